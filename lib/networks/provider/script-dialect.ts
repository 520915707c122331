import type { ForwardedAnswer, Reserve } from '../http/forwarding.ts'
import type { Receipt } from './refresher.ts'

/** What of a network's own API scripts may reach. */
export type ScriptOperation = {
  method: 'GET' | 'POST'
  path: RegExp
  /** Its answer is for the owner alone, who is named and proven by the request's own headers. */
  isSigned: boolean
  /** It submits tokens, which the history keeps. */
  isSubmission: boolean
}

export type ScriptDialect = {
  /** Null for everything that is not passed on; `path` is the raw path that a script asked for. */
  findOperation: (method: string, path: string) => ScriptOperation | null
  reserve: Reserve
  /** What the answer to a submission says; throws what `send` would have thrown. */
  readReceipt: (answer: ForwardedAnswer) => Receipt
}
