import type { Settings } from '../settings.ts'
import { ApiError } from './api-error.ts'

type Window = { start: number; endMs: number; limit: number; used: number }
/** A window as somebody wants it to be, until it ends. */
type WantedWindow = { limit: number; remaining: number; resetsAtMs: number }

/** How many refreshes each project has sent in the running window; the window is fixed and rolls over. */
export class Quotas {
  readonly #windows = new Map<number, Window>()
  readonly #wanted = new Map<number, Window>()

  #window(projectId: number, settings: Settings, nowMs: number): Window {
    const wanted = this.#wanted.get(projectId)
    if (wanted && nowMs < wanted.endMs) return wanted
    const length = Math.max(1, settings.quota_window_seconds) * 1_000
    const start = Math.floor(nowMs / length) * length
    const known = this.#windows.get(projectId)
    const used = known?.start === start ? known.used : 0
    const window = { start, endMs: start + length, limit: settings.quota_limit, used }
    this.#windows.set(projectId, window)
    return window
  }

  headers(projectId: number, settings: Settings, nowMs: number): Record<string, string> {
    const { limit, used, endMs } = this.#window(projectId, settings, nowMs)
    return {
      'x-imx-refreshes-limit': String(limit),
      'x-imx-remaining-refreshes': String(Math.max(0, limit - used)),
      'x-imx-refresh-limit-reset': String(Math.round(endMs / 1_000)),
    }
  }

  /** Takes one, or throws the 429 with its headers. */
  spend(projectId: number, settings: Settings, nowMs: number): void {
    const window = this.#window(projectId, settings, nowMs)
    if (window.used >= window.limit) {
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
    const window = this.#window(projectId, settings, nowMs)
    window.used = Math.max(0, window.limit - remaining)
  }

  /** Instead of the regular window; null goes back to it. */
  setWindow(projectId: number, wanted: WantedWindow | null): void {
    if (!wanted) {
      this.#wanted.delete(projectId)
      return
    }
    const { limit, remaining, resetsAtMs } = wanted
    this.#wanted.set(projectId, { start: 0, endMs: resetsAtMs, limit, used: limit - remaining })
  }
}
