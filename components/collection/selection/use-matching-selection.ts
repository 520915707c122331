'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  type CollectionKey,
  collectionQuery,
  indexQuery,
  startIndexMutation,
} from '../../../lib/api/collections.ts'
import {
  addTokens,
  emptySelection,
  isEmptySelection,
  type Selection,
  selectMatching,
  toSubmitted,
} from '../../../lib/domain/assets/selection.ts'
import { filterKey } from '../../../lib/domain/collections/filter-key.ts'
import { isIndexable } from '../../../lib/domain/collections/is-indexable.ts'
import { fromAssetFilter, toAssetFilter } from '../browse/browse-state.ts'
import type { Browse } from '../browse/use-browse.ts'
import { useMatchCount, without } from './use-match-count.ts'
import { useSelection } from './use-selection.ts'

/** The selection of a collection under the current filters, its size, and the index behind it. */
export function useMatchingSelection(collectionKey: CollectionKey, browse: Browse, canCount: boolean) {
  const { selection, update } = useSelection(`/${collectionKey.network}/${collectionKey.address}`)
  // A collection that was never opened has no index.
  const isSeen = useQuery(collectionQuery(collectionKey)).data !== undefined
  const index = useQuery({ ...indexQuery(collectionKey), enabled: isSeen }).data ?? null
  const { mutate, ...starting } = useMutation(startIndexMutation(collectionKey))
  const filter = useMemo(() => toAssetFilter(browse.state), [browse.state])
  const query = selection.kind === 'query' ? selection.query : null
  /** A query with other filters doesn't apply to the tokens shown now. */
  const isHere = query === null || filterKey(query) === filterKey(filter)
  const shown: Selection = isHere ? selection : emptySelection
  const matching = useMatchCount({ collectionKey, filter, index, isWanted: query !== null && isHere })
  const ofQuery = useMatchCount({
    collectionKey,
    filter: query ?? filter,
    index,
    isWanted: query !== null,
  })
  const startIndex = () => mutate()

  return {
    selection,
    /** The selection as it applies to the shown assets; changes to it start a new one if it doesn't. */
    shown,
    update: (act: (before: Selection) => Selection) => update((before) => act(isHere ? before : shown)),
    isEmpty: isEmptySelection(selection),
    isHere,
    clear: () => update(() => emptySelection),
    selectAll: () => {
      update(() => selectMatching(filter))
      if (canCount && index?.state === 'none' && isIndexable(filter)) startIndex()
    },
    /** Adds listed tokens. They replace a query, to which nothing can be added. */
    selectIds: (ids: readonly string[]) =>
      update((before) => addTokens(before.kind === 'ids' ? before : emptySelection, ids)),
    showQuery: () => query && browse.change(fromAssetFilter(query)),
    submitted: useMemo(() => toSubmitted(selection), [selection]),
    /** How many assets match the filters of the page. */
    matching,
    /** How many tokens are selected. */
    count:
      selection.kind === 'ids'
        ? { tokens: selection.ids.size, isAtLeast: false }
        : without(ofQuery, selection.except.size),
    index,
    startIndex: canCount ? startIndex : null,
    starting: { isPending: starting.isPending, error: starting.error },
  }
}

export type MatchingSelection = ReturnType<typeof useMatchingSelection>
