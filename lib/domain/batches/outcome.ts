/** What is known about a submission that the network did not say it took. */
export type AnswerFacts = {
  /** Null when no answer came. */
  httpStatus: number | null
  /** False only when not one byte of the request left this machine. */
  isWritten: boolean
  /** The answer named the limit of the project. */
  isQuota: boolean
  resetsAt: Date | null
  retryAfterSeconds: number | null
}

export type AnswerSituation = {
  /** The credential had never been accepted before. */
  isFirstUse: boolean
  /** Sendings of this batch so far, this one included. */
  tries: number
  now: Date
}

/** What a batch becomes by an answer that was no receipt. */
export type Outcome =
  | { to: 'rejected'; endsCredential: boolean }
  | { to: 'planned'; wait: 'authority'; notBefore: null; endsCredential: true }
  | { to: 'planned'; wait: 'quota' | 'backoff'; notBefore: Date; endsCredential: false }
  | { to: 'lost'; endsCredential: false }

/** Only the script decides whether its request is sent again: what was refused is over. */
export const ofScript = (outcome: Outcome): Outcome =>
  outcome.to === 'planned' ? { to: 'rejected', endsCredential: outcome.endsCredential } : outcome
