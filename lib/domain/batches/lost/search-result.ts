import type { Candidate } from '../batch-schema.ts'

export type NewSearch = {
  /** From then on a complete list without the batch counts as its absence. */
  decideAt: Date
  nextSearchAt: Date
}

/** What a search for a lost batch found out without deciding anything. */
export type SearchResult = NewSearch & {
  searchCount: number
  lastSearchAt: Date
  candidates: Candidate[]
  isComplete: boolean
  /** This search or an earlier one was complete. */
  wasSearched: boolean
  needsPerson: boolean
}
