'use client'

import { isEmptySelection, isSelected, type Selection } from '../../../lib/domain/assets/selection.ts'
import type { Asset, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import type { Browse } from '../browse/use-browse.ts'
import { AssetCard } from './asset-card.tsx'
import { AssetRow } from './asset-row.tsx'
import { AssetTable } from './asset-table.tsx'
import { pickTraitColumns } from './trait-columns.ts'
import type { AssetCursor } from './use-asset-cursor.ts'

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
  const traits = pickTraitColumns(filters, assets)
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
        <AssetTable browse={browse} traits={traits}>
          {items.map(({ key, ...item }) => (
            <AssetRow key={key} {...item} traits={traits} />
          ))}
        </AssetTable>
      )}
    </div>
  )
}
