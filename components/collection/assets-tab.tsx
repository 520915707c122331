'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { assetsQuery, type CollectionKey, collectionQuery, filtersQuery } from '../../lib/api/collections.ts'
import type { Asset } from '../../lib/collection/model.ts'
import { emptySelection } from '../../lib/collection/selection.ts'
import type { RefreshSummary } from '../../lib/refresh/model.ts'
import { useShortcut } from '../ui/use-shortcut.ts'
import { AssetList } from './asset-list.tsx'
import { AssetsSkeleton } from './assets-skeleton.tsx'
import { AssetsToolbar } from './assets-toolbar.tsx'
import { writeAssetQuery } from './browse-state.ts'
import { FilterRail } from './filter-rail.tsx'
import { FilterSheet } from './filter-sheet.tsx'
import { NoAnswer, NoAssets } from './no-assets.tsx'
import { Pager } from './pager.tsx'
import { PasteIds } from './paste-ids.tsx'
import { viewQuota } from './quota-view.ts'
import { Review } from './review.tsx'
import type { SignSlot } from './review-signature.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { SelectionNote } from './selection-note.tsx'
import { useAssetCursor } from './use-asset-cursor.ts'
import { useBrowse } from './use-browse.ts'
import { useReader } from './use-reader.ts'
import { useSelection } from './use-selection.ts'

const PAGE_SIZE = 48
const LOOK_MS = 15_000

const isRefreshing = (asset: Asset) => asset.lastRefresh?.state === 'refreshing'

type Props = { collectionKey: CollectionKey; sign: SignSlot; onSubmitted: (refresh: RefreshSummary) => void }

export function AssetsTab({ collectionKey, sign, onSubmitted }: Props) {
  const basePath = `/${collectionKey.network}/${collectionKey.address}`
  const browse = useBrowse()
  const reader = useReader(collectionKey.network)
  const [open, setOpen] = useState<'filters' | 'paste' | 'review' | null>(null)
  const { selection, update } = useSelection(basePath)
  const collection = useQuery(collectionQuery(collectionKey))
  const filters = useQuery(filtersQuery(collectionKey)).data?.items ?? []
  const assets = useQuery({
    ...assetsQuery(collectionKey, writeAssetQuery(browse.state, PAGE_SIZE)),
    // Only while something on this page moves, and slowly: every look costs the network a request.
    refetchInterval: ({ state }) => (state.data?.items.some(isRefreshing) ? LOOK_MS : false),
  })
  const items = assets.data?.items ?? []
  const ids = items.map((asset) => asset.tokenId)
  const cursor = useAssetCursor(ids, selection, update)
  const count = selection.ids.size
  const requests = Math.ceil(count / reader.batchSize)
  const canReview = count > 0 && reader.obstacle === null && collection.data !== undefined

  const clear = () => update(() => emptySelection)
  const close = () => setOpen(null)
  useShortcut('r', () => setOpen('review'), canReview)
  useShortcut('escape', clear, count > 0)

  const rail = (hasShortcut: boolean) => (
    <FilterRail browse={browse} filters={filters} ownAddress={reader.address} hasShortcut={hasShortcut} />
  )
  return (
    <div
      className={`grid grid-cols-[13.5rem_minmax(0,1fr)] items-start gap-6 max-md:grid-cols-1 ${count > 0 ? 'pb-24 max-md:pb-32' : ''}`}
    >
      <aside aria-label="Filters" className="max-md:hidden">
        {rail(open !== 'filters')}
      </aside>
      <FilterSheet isOpen={open === 'filters'} onClose={close} onClear={browse.clearFilters}>
        {rail(false)}
      </FilterSheet>
      <section aria-label="Assets" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <AssetsToolbar
          browse={browse}
          ids={ids}
          selection={selection}
          onUpdate={update}
          onOpenFilters={() => setOpen('filters')}
          onPaste={() => setOpen('paste')}
        />
        <SelectionNote selection={selection} ids={ids} onUpdate={update} />
        {assets.error && !assets.data ? (
          <NoAnswer
            what="This page of assets"
            error={assets.error}
            networkName={reader.networkName}
            onRetry={() => void assets.refetch()}
          />
        ) : assets.isPending ? (
          <AssetsSkeleton view={browse.state.view} />
        ) : items.length === 0 ? (
          <NoAssets browse={browse} />
        ) : (
          <AssetList
            assets={items}
            filters={filters}
            basePath={basePath}
            browse={browse}
            cursor={cursor}
            selection={selection}
            isOutdated={assets.isPlaceholderData}
          />
        )}
        <Pager
          browse={browse}
          nextCursor={assets.data?.nextCursor ?? null}
          isWaiting={assets.isPlaceholderData}
          hasShortcuts={reader.hasShortcuts}
        />
      </section>
      <SelectionBar
        count={count}
        countHere={ids.filter((id) => selection.ids.has(id)).length}
        requests={requests}
        quota={viewQuota(collection.data?.quota ?? unknownQuota, requests, new Date())}
        obstacle={reader.obstacle}
        hasShortcuts={reader.hasShortcuts}
        onClear={clear}
        onReview={() => setOpen('review')}
      />
      <PasteIds isOpen={open === 'paste'} onClose={close} onUpdate={update} />
      {collection.data ? (
        <Review
          isOpen={open === 'review' && count > 0}
          onClose={close}
          collection={collection.data}
          networkName={reader.networkName}
          tokenIds={[...selection.ids]}
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
