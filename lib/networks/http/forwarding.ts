import type { RawResponse } from './raw/raw-request.ts'

/** Somebody else's request as it came: nothing in it is read, and its answer is not either. */
export type ForwardRequest = {
  method: 'GET' | 'POST'
  /** Path and query from `/v1` on. */
  target: string
  /** Those of the caller that may go on. */
  headers: Record<string, string>
  body: Uint8Array | null
  timeoutMs?: number
}

export type ForwardedAnswer = RawResponse & {
  /** By our clock, in milliseconds. */
  receivedAt: number
}

/** A place in the rate of the network that a request has got: it is sent now, or given up. */
export type Start = {
  /** Throws UpstreamError only when no answer came: every answer is a success here, whatever it says. */
  send: () => Promise<ForwardedAnswer>
  giveUp: () => void
}

/** Resolves when the request may start; throws UpstreamError when it may not, or would wait too long. */
export type Reserve = (request: ForwardRequest) => Promise<Start>
