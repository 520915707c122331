import type { TokenFailure } from './token-failure.ts'

/** One token as it will be sent. */
export type Prepared = { tokenId: string; content: string }

/** What one request carries. */
export type Packed = { tokenIds: string[]; content: string }

type Tokens = {
  collection: string
  /** As the collection says it; null where it says nothing. */
  metadataApiUrl: string | null
  tokenIds: string[]
  signal?: AbortSignal | undefined
}

/**
 * What must happen to a batch before it is sent: nothing, because the network is told the tokens alone; or each token's
 * content is read and checked, and packed into as many requests as the network's limits ask for.
 */
export type Preparation =
  | { kind: 'none' }
  | {
      kind: 'content'
      /** Content older than this is read again, so that nothing overtakes what is newer. */
      maxAgeMs: number
      /** In any order; each token once. Throws UpstreamError when none can be read now. */
      prepare: (tokens: Tokens) => AsyncIterable<Prepared | TokenFailure>
      /** Every token in exactly one request, in the order given. */
      pack: (prepared: Prepared[]) => Packed[]
    }
