'use client'

import { useQuery } from '@tanstack/react-query'
import type { CollectionKey } from '../../../lib/api/collections.ts'
import { planQuery } from '../../../lib/api/refreshes.ts'
import type { AssetFilter } from '../../../lib/domain/assets/asset-filter-schema.ts'
import type { CollectionIndexState } from '../../../lib/domain/collections/collection-index-schema.ts'
import { filterKey } from '../../../lib/domain/collections/filter-key.ts'
import { isIndexable } from '../../../lib/domain/collections/is-indexable.ts'

/** How many assets match; a lower bound while `isAtLeast`. */
export type MatchCount = { tokens: number; isAtLeast: boolean }

const COUNTING_MS = 2_000
const everything = filterKey({})

type Input = {
  collectionKey: CollectionKey
  filter: AssetFilter
  index: CollectionIndexState | null
  /** Whether to count by reading pages of the network, which only a selection justifies. */
  isWanted: boolean
}

/** Null while nothing has been counted. */
export function useMatchCount({ collectionKey, filter, index, isWanted }: Input): MatchCount | null {
  const { network, address } = collectionKey
  const isCounted = index !== null && index.completedAt !== null
  const isByIndex = filterKey(filter) === everything && (isCounted || index?.state === 'running')
  const plan = useQuery({
    // A newer index has a new count.
    ...planQuery(`${filterKey(filter)} ${network} ${address} ${index?.completedAt}`, {
      network,
      collection: address,
      selection: { query: filter, except: [] },
    }),
    enabled: !isByIndex && (isWanted || (isCounted && isIndexable(filter))),
    refetchInterval: ({ state }) => (state.data?.isAtLeast ? COUNTING_MS : false),
  })
  if (isByIndex) return { tokens: index?.count ?? 0, isAtLeast: !isCounted }
  return plan.data ? { tokens: plan.data.tokens, isAtLeast: plan.data.isAtLeast } : null
}

/** The size of a selection of all that match, without the excluded tokens. */
export const without = (count: MatchCount | null, except: number): MatchCount | null =>
  count && { ...count, tokens: Math.max(0, count.tokens - except) }
