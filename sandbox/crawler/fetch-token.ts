import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from '../settings.ts'
import type { Metadata } from '../world/behaviour.ts'
import { askOrigin } from './ask-origin.ts'
import { decodeMetadata } from './decode-metadata.ts'
import { readBytes } from './read-bytes.ts'

export type Crawl =
  | { metadata: Metadata }
  | {
      code: 'unable_to_retrieve_metadata' | 'invalid_response_status_code' | 'unable_to_decode_response'
      status: number | null
      body: string | null
    }

const retried = [429, 503]
const TRIES = 3
/** In so many parts an origin is waited for. */
const PARTS = 20

/** Reads one token's metadata as Immutable documents it: no redirect, JSON only, two retries on 429 and 503 alone. */
export async function fetchToken(url: string, settings: Settings, stopped: AbortSignal): Promise<Crawl> {
  for (let attempt = 1; ; attempt++) {
    const crawl = await fetchOnce(url, settings, stopped)
    const isWorthAnother = 'code' in crawl && crawl.status !== null && retried.includes(crawl.status)
    if (!isWorthAnother || attempt === TRIES || stopped.aborted) return crawl
    const ms = settings.crawl_retry_base_ms * 2 ** (attempt - 1)
    await pause(ms, undefined, { signal: stopped }).catch(() => undefined)
  }
}

async function fetchOnce(url: string, settings: Settings, stopped: AbortSignal): Promise<Crawl> {
  const patience = new AbortController()
  let parts = 0
  // Whoever stood still has not been waiting: a process that was held up for long goes on with the next part.
  const timer = setInterval(() => {
    parts += 1
    if (parts === PARTS) patience.abort()
  }, settings.crawl_timeout_ms / PARTS)
  try {
    const response = await askOrigin(url, AbortSignal.any([stopped, patience.signal]))
    const status = response.statusCode ?? 0
    // More than may be decoded, so that an error row shows how much too large an answer was.
    const bytes = await readBytes(response, 2 * settings.crawl_max_bytes)
    const metadata = status === 200 ? decodeMetadata(response.headers['content-type'], bytes, settings) : null
    if (metadata) return { metadata }
    const code = status === 200 ? 'unable_to_decode_response' : 'invalid_response_status_code'
    return { code, status, body: bytes.toString('utf8') }
  } catch {
    return { code: 'unable_to_retrieve_metadata', status: null, body: null }
  } finally {
    clearInterval(timer)
  }
}
