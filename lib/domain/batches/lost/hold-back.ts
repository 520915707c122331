/** A lost batch of the desk's own. `wasSearched`: some search for it was complete. */
export type LostBatch = { tokenCount: number; wasSearched: boolean }

/** After a second lost answer of a collection the network is not trusted with a third request. */
const MOST_LOST = 1

/**
 * Whether a batch of so many tokens must not be sent yet beside the lost ones of its collection: one as large could not
 * be told from a lost one that was not searched for completely.
 */
export const isHeldBack = (tokenCount: number, lost: readonly LostBatch[]): boolean =>
  lost.length > MOST_LOST || lost.some((one) => one.tokenCount === tokenCount && !one.wasSearched)
