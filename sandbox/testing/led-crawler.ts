import type { Host } from '../crawler/crawler.ts'
import type { Refresh } from '../world/model.ts'

export type Failure = { error_code: string; client_response_status_code: number | null }

/** Asks no origin and takes no time: a test says how far the crawl of a refresh comes, and what it finds. */
export class LedCrawler {
  /** By token id; all others succeed. */
  readonly failures = new Map<string, Failure>()
  /** A refresh that is accepted meanwhile stands still after its first token, or before it if there is one alone. */
  isSlow = false
  #host: Host | undefined

  readonly workFor = (host: Host): this => {
    this.#host = host
    return this
  }

  stop(): void {}

  /** All of it happens at this time, or now. */
  crawl(refresh: Refresh, at?: string): void {
    const left = [...refresh.left]
    const reached = this.isSlow ? left.slice(0, Math.min(1, left.length - 1)) : left
    for (const id of reached) this.#crawlToken(refresh, id, at)
  }

  finish(refresh: Refresh): void {
    for (const id of [...refresh.left]) this.#crawlToken(refresh, id)
  }

  #crawlToken(refresh: Refresh, id: string, time?: string): void {
    if (!this.#host) throw new Error('The crawler works for no sandbox yet.')
    const { world, clock } = this.#host
    const at = time ?? clock.stamp()
    const collection = world.findCollection(refresh.collection)
    const failure = this.failures.get(id)
    if (!failure) {
      const shown = collection?.tokens.get(id)?.served ?? {}
      this.#host.happen({ kind: 'crawled', refresh: refresh.id, id, shown, at })
      return
    }
    const { error_code: code, client_response_status_code: status } = failure
    const url = `${collection?.metadataApiUrl}/${id}`
    const error = { tokenId: id, url, code, status, body: 'nothing here', at }
    this.#host.happen({ kind: 'failed', refresh: refresh.id, error })
  }
}
