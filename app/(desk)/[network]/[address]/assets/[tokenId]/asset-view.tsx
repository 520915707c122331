'use client'

import { AssetPage } from '@/components/collection/asset-page/asset-page.tsx'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { signHere } from '../../sign-here.tsx'
import { useOpenRefresh } from '../../use-open-refresh.ts'

type Props = { collectionKey: CollectionKey; tokenId: string }

/** Joins the asset page and the wallet area. */
export function AssetView({ collectionKey, tokenId }: Props) {
  return (
    <AssetPage
      collectionKey={collectionKey}
      tokenId={tokenId}
      sign={signHere}
      onSubmitted={useOpenRefresh()}
    />
  )
}
