import { parseExact } from '../networks/origin/json/exact-json.ts'

/** In place of an answer that the server could not get for a page. */
export const unanswered = Symbol('unanswered')

/** Thrown to React Query, which then asks our API, and so learns why. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError'
}

/** An answer as a page brings it along: the text of our API's answer. */
export const writePageData = (data: unknown): string | undefined =>
  data === unanswered ? undefined : JSON.stringify(data)

/** Reads it as `request` reads an answer, so that a page and a request of it hold the same. */
export function readPageData(text: unknown): unknown {
  if (typeof text !== 'string') throw new UnansweredError()
  return parseExact(text)
}
