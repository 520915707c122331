import type { Sandbox } from '../sandbox.ts'
import type { Refresh } from '../world/model.ts'
import { timestamp } from '../world/timestamp.ts'
import { type Crawl, fetchToken } from './fetch-token.ts'

/** Works on accepted refreshes until each is completed; `stop` leaves the rest for the next start. */
export class Crawler {
  readonly #sandbox: Sandbox
  readonly #stopped = new AbortController()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  stop(): void {
    this.#stopped.abort()
  }

  async crawl(refresh: Refresh): Promise<void> {
    await this.#pause(this.#sandbox.settings.queue_delay_ms)
    const started = Date.now()
    const todo = refresh.tokenIds.slice(refresh.done)
    for (let at = 0; at < todo.length && !this.#stopped.signal.aborted; ) {
      const { crawl_tokens_per_second: pace, crawl_concurrency: width } = this.#sandbox.settings
      // A slow pace goes in small steps, so that progress is seen to move.
      const step = pace > 0 ? Math.max(1, Math.min(width, Math.ceil(pace / 4))) : width
      await this.#crawlSlice(refresh, todo.slice(at, at + step))
      at += step
      if (pace > 0) await this.#pause(started + (at / pace) * 1_000 - Date.now())
    }
    if (refresh.done < refresh.tokenIds.length) return
    refresh.status = 'completed'
    refresh.completedAt = timestamp(Date.now())
    this.#sandbox.changed()
  }

  async #crawlSlice(refresh: Refresh, tokenIds: string[]): Promise<void> {
    const collection = this.#sandbox.world.findCollection(refresh.collection)
    if (!collection) return
    await Promise.all(
      tokenIds.map(async (id) => {
        const url = `${this.#sandbox.world.originUrl}/${collection.slug}/${id}`
        const token = collection.tokens.get(id)
        const crawl: Crawl | 'unknown' =
          token && this.#sandbox.mayCrawl(url) ? await fetchToken(url, this.#sandbox.settings) : 'unknown'
        if (this.#stopped.signal.aborted) return
        if (token && crawl !== 'unknown' && 'metadata' in crawl) {
          this.#sandbox.world.showMetadata(collection, token, crawl.metadata, Date.now())
        } else {
          const failure =
            crawl === 'unknown' || 'metadata' in crawl
              ? { code: 'token_not_found', status: null, body: null }
              : crawl
          refresh.errors.push({ tokenId: id, url, ...failure, at: timestamp(Date.now()) })
        }
        refresh.done++
        refresh.status = 'in_progress'
      }),
    )
    this.#sandbox.changed()
  }

  #pause(ms: number): Promise<void> {
    if (ms <= 0 || this.#stopped.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const { signal } = this.#stopped
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end)
    })
  }
}
