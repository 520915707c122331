'use client'

import dynamic from 'next/dynamic'
import { isEmptySelection, isSelected, type Selection } from '../../../lib/domain/assets/selection.ts'
import type { Asset, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import type { Browse } from '../browse/use-browse.ts'
import { AssetCard } from './asset-card.tsx'
import { AssetsSkeleton } from './assets-skeleton.tsx'
import type { AssetCursor } from './use-asset-cursor.ts'

const AssetRows = dynamic(() => import('./asset-rows.tsx').then((module) => module.AssetRows), {
  loading: () => <AssetsSkeleton view="table" />,
})

type Props = {
  assets: readonly Asset[]
  filters: readonly TraitFilter[]
  basePath: string
  browse: Browse
  cursor: AssetCursor
  selection: Selection
  /** The previous page, while the next one loads. */
  isOutdated: boolean
}

/** One page of assets as cards or rows, with keyboard navigation. */
export function AssetList({ assets, filters, basePath, browse, cursor, selection, isOutdated }: Props) {
  const items = assets.map((asset) => ({
    key: asset.tokenId,
    asset,
    href: `${basePath}/assets/${asset.tokenId}`,
    isSelected: isSelected(selection, asset.tokenId),
    isCurrent: cursor.current === asset.tokenId,
    rangeCount: cursor.range?.to === asset.tokenId ? cursor.range.count : null,
    isSelecting: !isEmptySelection(selection),
    onPick: cursor.onPick,
    onExtend: cursor.onExtend,
    onTouch: cursor.onTouch,
  }))
  return (
    <div
      ref={cursor.listRef}
      {...cursor.listProps}
      role="presentation"
      aria-busy={isOutdated}
      className={`transition-opacity ${isOutdated ? 'opacity-60' : ''}`}
    >
      {browse.state.view === 'grid' ? (
        <ul
          aria-label="Assets"
          className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-3 max-md:grid-cols-2 max-md:gap-2.5"
        >
          {items.map(({ key, ...item }) => (
            <AssetCard key={key} {...item} />
          ))}
        </ul>
      ) : (
        <AssetRows items={items} assets={assets} filters={filters} browse={browse} />
      )}
    </div>
  )
}
