import type { Settings } from '../settings.ts'
import { ApiError } from './api-error.ts'

type Window = { start: number; used: number }

/** How many refreshes each project has sent in the running window; the window is fixed and rolls over. */
export class Quotas {
  readonly #windows = new Map<number, Window>()

  #window(projectId: number, settings: Settings, nowMs: number): Window {
    const length = Math.max(1, settings.quota_window_seconds) * 1_000
    const start = Math.floor(nowMs / length) * length
    const known = this.#windows.get(projectId)
    if (known?.start === start) return known
    const fresh = { start, used: 0 }
    this.#windows.set(projectId, fresh)
    return fresh
  }

  headers(projectId: number, settings: Settings, nowMs: number): Record<string, string> {
    const { start, used } = this.#window(projectId, settings, nowMs)
    return {
      'x-imx-refreshes-limit': String(settings.quota_limit),
      'x-imx-remaining-refreshes': String(Math.max(0, settings.quota_limit - used)),
      'x-imx-refresh-limit-reset': String(
        Math.round(start / 1_000 + Math.max(1, settings.quota_window_seconds)),
      ),
    }
  }

  /** Takes one, or throws the 429 with its headers. */
  spend(projectId: number, settings: Settings, nowMs: number): void {
    const window = this.#window(projectId, settings, nowMs)
    if (window.used >= settings.quota_limit) {
      throw new ApiError(
        429,
        'refresh_limit_exceeded',
        'Refresh limit exceeded',
        this.headers(projectId, settings, nowMs),
      )
    }
    window.used++
  }

  /** Counts what was accepted before a restart, if it was in the running window. */
  remember(projectId: number, acceptedMs: number, settings: Settings, nowMs: number): void {
    const window = this.#window(projectId, settings, nowMs)
    if (acceptedMs >= window.start) window.used++
  }

  setRemaining(projectId: number, remaining: number, settings: Settings, nowMs: number): void {
    this.#window(projectId, settings, nowMs).used = Math.max(0, settings.quota_limit - remaining)
  }
}
