'use client'

import type { Asset, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import type { Browse } from '../browse/use-browse.ts'
import type { AssetItemProps } from './asset-card.tsx'
import { AssetRow } from './asset-row.tsx'
import { AssetTable } from './asset-table.tsx'
import { pickTraitColumns } from './trait-columns.ts'

type Props = {
  items: readonly (AssetItemProps & { key: string })[]
  assets: readonly Asset[]
  filters: readonly TraitFilter[]
  browse: Browse
}

/** One page of assets as rows. */
export function AssetRows({ items, assets, filters, browse }: Props) {
  const traits = pickTraitColumns(filters, assets)
  return (
    <AssetTable browse={browse} traits={traits}>
      {items.map(({ key, ...item }) => (
        <AssetRow key={key} {...item} traits={traits} />
      ))}
    </AssetTable>
  )
}
