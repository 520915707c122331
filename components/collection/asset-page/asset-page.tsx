'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { assetQuery, type CollectionKey, collectionQuery } from '../../../lib/api/collections.ts'
import { isMissing } from '../../../lib/core/app-error.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { assetTabTitle, assetTitle } from '../assets/asset-title.ts'
import { NoAnswer } from '../assets/no-answer.tsx'
import { AssetImage } from '../frame/asset-image.tsx'
import { shortTokenId } from '../frame/short-token-id.ts'
import { useViewer } from '../frame/use-viewer.ts'
import { Review } from '../review/review.tsx'
import type { SignSlot } from '../review/review-signature.tsx'
import { AssetFacts } from './asset-facts.tsx'
import { AssetRefreshes } from './asset-refreshes.tsx'
import { JsonTree } from './json-tree.tsx'
import { MetadataNotes } from './metadata-notes.tsx'

type Props = {
  collectionKey: CollectionKey
  tokenId: string
  sign: SignSlot
  onSubmitted: (refresh: RefreshSummary) => void
}

export function AssetPage({ collectionKey, tokenId, sign, onSubmitted }: Props) {
  const [isReviewing, setIsReviewing] = useState(false)
  const reader = useViewer(collectionKey.network)
  const collection = useQuery(collectionQuery(collectionKey)).data
  const asset = useQuery(assetQuery(collectionKey, tokenId))
  const name = asset.data ? assetTitle(asset.data) : `Token ${shortTokenId(tokenId)}`
  const tabTitle = asset.data && assetTabTitle(asset.data, collection?.name)
  useEffect(() => {
    if (tabTitle) document.title = `${tabTitle} · Refresh Desk`
  }, [tabTitle])
  const base = `/${collectionKey.network}/${collectionKey.address}`
  return (
    <Page
      title={name}
      crumbs={[
        { label: 'Collections', href: '/collections' },
        { label: reader.networkName },
        { label: collection?.name ?? 'Collection', href: base },
        { label: `#${shortTokenId(tokenId)}` },
      ]}
      actions={
        reader.obstacle === null ? (
          <Button
            variant="primary"
            size="lg"
            disabled={!collection || isMissing(asset.error)}
            onClick={() => setIsReviewing(true)}
            aria-haspopup="dialog"
          >
            Refresh this token
          </Button>
        ) : (
          <p className="max-w-80 text-muted text-xs">{reader.obstacle}</p>
        )
      }
    >
      <div className="grid grid-cols-[20rem_minmax(0,1fr)] items-start gap-5 max-md:grid-cols-1">
        <div className="grid gap-5">
          {isMissing(asset.error) ? null : (
            <div className="overflow-hidden rounded-lg border border-line">
              {asset.data ? (
                <AssetImage key={tokenId} url={asset.data.imageUrl} blocked={asset.data.blockedImage} />
              ) : (
                <Skeleton className="aspect-square w-full rounded-none" />
              )}
            </div>
          )}
          {asset.data ? <AssetFacts network={collectionKey.network} asset={asset.data} /> : null}
        </div>
        <div className="grid gap-5">
          <section className="rounded-lg border border-line bg-surface px-4 py-3">
            <h2 className="pb-2 font-semibold text-lg">Metadata</h2>
            {asset.data ? (
              asset.data.metadata ? (
                <>
                  <MetadataNotes metadata={asset.data.metadata} />
                  <JsonTree value={asset.data.metadata} />
                </>
              ) : (
                <p className="text-muted">
                  The network has no metadata for this token yet. Refresh it to fetch the metadata from your
                  API.
                </p>
              )
            ) : asset.error ? (
              <NoAnswer
                error={asset.error}
                what="This token"
                networkName={reader.networkName}
                onRetry={() => void asset.refetch()}
              />
            ) : (
              <Skeleton className="h-40 w-full" />
            )}
          </section>
          <AssetRefreshes collectionKey={collectionKey} tokenId={tokenId} />
        </div>
      </div>
      {collection ? (
        <Review
          isOpen={isReviewing}
          onClose={() => setIsReviewing(false)}
          collection={collection}
          networkName={reader.networkName}
          selection={{ ids: [tokenId] }}
          sign={sign}
          onSubmitted={onSubmitted}
        />
      ) : null}
    </Page>
  )
}
