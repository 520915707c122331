import type { BeforeSend } from './before-send.ts'
import type { RawResponse } from './raw-request.ts'

/** Somebody else's request as it came: nothing in it is read, and its answer is not either. */
export type ForwardRequest = {
  method: 'GET' | 'POST'
  /** Path and query from `/v1` on. */
  target: string
  /** Those of the caller that may go on. */
  headers: Record<string, string>
  body: Uint8Array | null
  timeoutMs?: number
  beforeSend?: BeforeSend | undefined
}

export type ForwardedAnswer = RawResponse & {
  /** By our clock, in milliseconds. */
  receivedAt: number
}
