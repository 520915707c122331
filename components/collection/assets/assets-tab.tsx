'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import {
  assetsQuery,
  type CollectionKey,
  collectionQuery,
  filtersQuery,
} from '../../../lib/api/collections.ts'
import type { Asset } from '../../../lib/domain/collections/model-schema.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { writeAssetQuery } from '../browse/browse-state.ts'
import { PAGE_SIZE } from '../browse/page-size.ts'
import { Pager } from '../browse/pager.tsx'
import { useBrowse } from '../browse/use-browse.ts'
import { FilterRail } from '../filters/filter-rail.tsx'
import { FilterSheet } from '../filters/filter-sheet.tsx'
import { viewQuota } from '../frame/quota-view.ts'
import { useViewer } from '../frame/use-viewer.ts'
import { PasteIds } from '../paste-ids/paste-ids.tsx'
import { Review } from '../review/review.tsx'
import type { SignSlot } from '../review/review-signature.tsx'
import { useMatchingSelection } from '../selection/use-matching-selection.ts'
import { AssetsResult } from './assets-result.tsx'
import { AssetsToolbar } from './assets-toolbar.tsx'
import { useAssetCursor } from './use-asset-cursor.ts'
import { useNewerList } from './use-newer-list.ts'

const OwnRowsNote = dynamic(() => import('./own-rows-note.tsx').then((module) => module.OwnRowsNote), {
  loading: () => null,
})
const SelectionBar = dynamic(
  () => import('../selection/selection-bar.tsx').then((module) => module.SelectionBar),
  { loading: () => null },
)

const POLL_MS = 15_000

const isRefreshing = (asset: Asset) => asset.lastRefresh?.state === 'refreshing'

type Props = { collectionKey: CollectionKey; sign: SignSlot; onSubmitted: (refresh: RefreshSummary) => void }

export function AssetsTab({ collectionKey, sign, onSubmitted }: Props) {
  const basePath = `/${collectionKey.network}/${collectionKey.address}`
  const browse = useBrowse(collectionKey.network)
  const now = useNow(10_000)
  const reader = useViewer(collectionKey.network)
  const [open, setOpen] = useState<'filters' | 'paste' | 'review' | null>(null)
  const matching = useMatchingSelection(collectionKey, browse, reader.obstacle === null)
  const collection = useQuery(collectionQuery(collectionKey))
  const filters = useQuery(filtersQuery(collectionKey)).data?.items ?? []
  const assets = useQuery({
    ...assetsQuery(collectionKey, writeAssetQuery(browse.state, PAGE_SIZE)),
    // Polls slowly, and only while a token here is being refreshed: every poll costs a request.
    refetchInterval: ({ state }) => (state.data?.items.some(isRefreshing) ? POLL_MS : false),
  })
  useNewerList(matching.index, (isFirst) => {
    if (browse.state.lastRefresh === null) return
    // A cursor into the network's list is not valid in the index.
    if (isFirst && browse.state.cursor !== null) browse.change({}, 'replace')
    else void assets.refetch()
  })
  const items = assets.data?.items ?? []
  const ids = items.map((asset) => asset.tokenId)
  const cursor = useAssetCursor(ids, matching.shown, matching.update)
  const { isEmpty, clear } = matching
  const requests = Math.ceil((matching.count?.tokens ?? 0) / reader.batchSize)

  const close = () => setOpen(null)
  useShortcut('r', () => setOpen('review'), !isEmpty && reader.obstacle === null)
  useShortcut('escape', clear, !isEmpty)

  const rail = (hasShortcut: boolean) => (
    <FilterRail browse={browse} filters={filters} ownAddress={reader.address} hasShortcut={hasShortcut} />
  )
  return (
    <div
      className={`grid grid-cols-[13.5rem_minmax(0,1fr)] items-start gap-6 max-md:grid-cols-1 print:grid-cols-1 ${isEmpty ? '' : 'pb-24 max-md:pb-32'}`}
    >
      <aside aria-label="Filters" className="max-md:hidden print:hidden">
        {rail(open !== 'filters')}
      </aside>
      <FilterSheet isOpen={open === 'filters'} onClose={close} onClear={browse.clearFilters}>
        {rail(false)}
      </FilterSheet>
      <section aria-label="Assets" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <AssetsToolbar
          browse={browse}
          ids={ids}
          hasMore={browse.state.page > 1 || Boolean(assets.data?.nextCursor)}
          matching={matching}
          onOpenFilters={() => setOpen('filters')}
          onPaste={() => setOpen('paste')}
        />
        {browse.state.lastRefresh ? <OwnRowsNote matching={matching} /> : null}
        <AssetsResult
          result={assets}
          filters={filters}
          basePath={basePath}
          browse={browse}
          cursor={cursor}
          selection={matching.shown}
          networkName={reader.networkName}
        />
        <Pager
          browse={browse}
          nextCursor={assets.data?.nextCursor ?? null}
          isWaiting={assets.isPlaceholderData}
          hasShortcuts={reader.hasShortcuts}
        />
      </section>
      {isEmpty ? null : (
        <SelectionBar
          matching={matching}
          ids={ids}
          requests={requests}
          quota={viewQuota(collection.data?.quota ?? unknownQuota, requests, now)}
          obstacle={reader.obstacle}
          hasShortcuts={reader.hasShortcuts}
          onReview={() => setOpen('review')}
        />
      )}
      <PasteIds isOpen={open === 'paste'} onClose={close} collectionKey={collectionKey} matching={matching} />
      {collection.data ? (
        <Review
          isOpen={open === 'review' && !isEmpty}
          onClose={close}
          collection={collection.data}
          networkName={reader.networkName}
          selection={matching.submitted}
          sign={sign}
          onSubmitted={(refresh) => {
            clear()
            onSubmitted(refresh)
          }}
        />
      ) : null}
    </div>
  )
}

const unknownQuota = { limit: null, remaining: null, resetsAt: null, seenAt: null }
