'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { RequestError } from '../../../lib/core/problem.ts'
import type { Selection } from '../../../lib/domain/assets/selection.ts'
import type { AssetPage, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import type { Browse } from '../browse/use-browse.ts'
import { AssetList } from './asset-list.tsx'
import { AssetsSkeleton } from './assets-skeleton.tsx'
import { NoAnswer } from './no-answer.tsx'
import type { AssetCursor } from './use-asset-cursor.ts'

const LostPage = dynamic(() => import('./no-assets.tsx').then((module) => module.LostPage), {
  loading: () => null,
})
const NoAssets = dynamic(() => import('./no-assets.tsx').then((module) => module.NoAssets), {
  loading: () => null,
})
const NothingYet = dynamic(() => import('./no-assets.tsx').then((module) => module.NothingYet), {
  loading: () => null,
})

type Props = {
  result: UseQueryResult<AssetPage>
  filters: readonly TraitFilter[]
  basePath: string
  browse: Browse
  cursor: AssetCursor
  selection: Selection
  networkName: string
}

/** A page of assets, or the empty, loading or error state. */
export function AssetsResult({ result, networkName, ...list }: Props) {
  if (result.error && !result.data) {
    const isLost = result.error instanceof RequestError && result.error.code === 'invalid_request'
    if (isLost && list.browse.state.cursor !== null) return <LostPage browse={list.browse} />
    return (
      <NoAnswer
        what="This page of assets"
        error={result.error}
        networkName={networkName}
        onRetry={() => void result.refetch()}
      />
    )
  }
  if (!result.data) return <AssetsSkeleton view={list.browse.state.view} />
  const { items, nextCursor } = result.data
  if (items.length === 0 && nextCursor !== null) {
    return <NothingYet onContinue={() => list.browse.goNext(nextCursor)} />
  }
  if (items.length === 0) return <NoAssets browse={list.browse} />
  return <AssetList assets={items} isOutdated={result.isPlaceholderData} {...list} />
}
