import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from '../settings.ts'
import type { Metadata } from '../world/model.ts'
import { askOrigin } from './ask-origin.ts'

export type Crawl =
  | { metadata: Metadata }
  | {
      code: 'unable_to_retrieve_metadata' | 'invalid_response_status_code' | 'unable_to_decode_response'
      status: number | null
      body: string | null
    }

const retried = [429, 503]
const TRIES = 3
const KEPT_BYTES = 65_536
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
    const signal = AbortSignal.any([stopped, patience.signal])
    const response = await askOrigin(url, signal)
    const status = response.statusCode ?? 0
    const { body, isWhole } = await readText(response, settings.crawl_max_bytes)
    if (status !== 200) return { code: 'invalid_response_status_code', status, body }
    const metadata = isWhole && isJson(response) ? parseObject(body) : null
    return metadata ? { metadata } : { code: 'unable_to_decode_response', status, body }
  } catch {
    return { code: 'unable_to_retrieve_metadata', status: null, body: null }
  } finally {
    clearInterval(timer)
  }
}

const isJson = ({ headers }: IncomingMessage) => /^application\/json\b/i.test(headers['content-type'] ?? '')

function parseObject(text: string): Metadata | null {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** Reads no further than the network would, and keeps of a body what an error row shows. */
async function readText(
  response: IncomingMessage,
  maxBytes: number,
): Promise<{ body: string; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes > maxBytes)
      return { body: Buffer.concat(chunks).toString('utf8', 0, KEPT_BYTES), isWhole: false }
  }
  return { body: Buffer.concat(chunks).toString('utf8'), isWhole: true }
}
