import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from '../settings.ts'
import type { Clock } from '../world/clock.ts'
import type { WorldEvent } from '../world/events.ts'
import type { Refresh } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { fetchToken } from './fetch-token.ts'

/** What the crawler needs of the sandbox it works for. */
export type Host = {
  readonly settings: Settings
  readonly clock: Clock
  readonly world: World
  mayCrawl: (url: string) => boolean
  happen: (event: WorldEvent) => void
}

/** Works on accepted refreshes until each is completed; `stop` leaves the rest for the next start. */
export class Crawler {
  readonly #sandbox: Host
  readonly #stopped = new AbortController()

  constructor(sandbox: Host) {
    this.#sandbox = sandbox
  }

  stop(): void {
    this.#stopped.abort()
  }

  async crawl(refresh: Refresh): Promise<void> {
    const sandbox = this.#sandbox
    const queued = Date.now()
    await this.#waitUntil(() =>
      this.#isItsTurn(refresh) ? queued + sandbox.settings.queue_delay_ms : Number.POSITIVE_INFINITY,
    )
    const started = Date.now()
    const todo = [...refresh.left].entries()
    const worker = async () => {
      for (const [place, id] of todo) {
        await this.#waitUntil(() => {
          const { crawl_tokens_per_second: pace, crawl_at_most: most } = sandbox.settings
          if (most > 0 && place >= most) return Number.POSITIVE_INFINITY
          return pace > 0 ? started + (place / pace) * 1_000 : 0
        })
        if (this.#stopped.signal.aborted) return
        await this.#crawlToken(refresh, id)
      }
    }
    await Promise.all(Array.from({ length: Math.max(1, sandbox.settings.crawl_concurrency) }, worker))
  }

  #isItsTurn(refresh: Refresh): boolean {
    const { world, settings } = this.#sandbox
    const most = settings.crawl_refreshes_at_once
    if (most === 0) return true
    const projectOf = ({ collection }: Refresh) => world.findCollection(collection)?.projectId
    const project = projectOf(refresh)
    // A map keeps the order in which they were accepted.
    const living = [...world.refreshes.values()].filter(
      (one) => one.left.size > 0 && projectOf(one) === project,
    )
    return living.indexOf(refresh) < most
  }

  async #crawlToken(refresh: Refresh, id: string): Promise<void> {
    const { world, settings, clock } = this.#sandbox
    const collection = world.findCollection(refresh.collection)
    const url = `${collection?.metadataApiUrl}/${id}`
    const { signal } = this.#stopped
    const crawl = !collection?.tokens.has(id)
      ? ({ code: 'token_not_found', status: null, body: null } as const)
      : this.#sandbox.mayCrawl(url)
        ? await fetchToken(url, settings, signal)
        : ({ code: 'unable_to_retrieve_metadata', status: null, body: null } as const)
    // What a stop interrupted was not judged: it stays for the next start.
    if (signal.aborted) return
    const at = clock.stamp()
    this.#sandbox.happen(
      'metadata' in crawl
        ? { kind: 'crawled', refresh: refresh.id, id, shown: crawl.metadata, at }
        : { kind: 'failed', refresh: refresh.id, error: { tokenId: id, url, ...crawl, at } },
    )
  }

  /** Asks for the time anew while it waits, so that a changed setting also moves what is already waiting. */
  async #waitUntil(due: () => number): Promise<void> {
    const { signal } = this.#stopped
    for (let left = due() - Date.now(); left > 0 && !signal.aborted; left = due() - Date.now())
      await pause(Math.min(left, 100), undefined, { signal }).catch(() => undefined)
  }
}
