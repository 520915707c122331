/** What became of one token. */
export type TokenFailure = {
  tokenId: string
  url: string | null
  /** What the studio's own API answered; null when it did not answer. */
  httpStatus: number | null
  body: string | null
  errorCode: string
  at: string | null
}
