'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { type CollectionKey, collectionQuery } from '../../../lib/api/collections.ts'
import { useFreshness } from '../../../lib/api/networks/use-freshness.ts'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import { NetworkNote } from '../../shell/network-note.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Id } from '../../ui/text/id.tsx'
import { AssetImage } from './asset-image.tsx'
import { CollectionTabs } from './collection-tabs.tsx'
import { QuotaInline } from './quota-inline.tsx'
import { useViewer } from './use-viewer.ts'

type Props = { collectionKey: CollectionKey; children: ReactNode }

/** The header above every tab of a collection. */
export function CollectionFrame({ collectionKey, children }: Props) {
  const { networkName } = useViewer(collectionKey.network)
  const { data, dataUpdatedAt, error, refetch } = useQuery(collectionQuery(collectionKey))
  const freshness = useFreshness(collectionKey.network, 'polling', dataUpdatedAt)
  const name = data?.name ?? 'Collection'
  useEffect(() => {
    if (data?.name) document.title = `${data.name} · Refresh Desk`
  }, [data?.name])
  return (
    <Page
      isWide
      title={data || error ? name : <Skeleton className="h-7 w-48" />}
      crumbs={[{ label: 'Collections', href: '/collections' }, { label: networkName }, { label: name }]}
      image={
        <span className="block size-12 flex-none overflow-hidden rounded-md">
          {data ? <AssetImage url={data.imageUrl} isSmall /> : null}
          {!data && !error ? <Skeleton className="size-full" /> : null}
        </span>
      }
      lead={<Facts collectionKey={collectionKey} data={data ?? null} />}
      actions={data ? <QuotaInline quota={data.quota} /> : null}
    >
      <NetworkNote
        slug={collectionKey.network}
        freshness={freshness}
        keptSince={data?.isStale ? data.seenAt : null}
      />
      {error && !data ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <CollectionTabs collectionKey={collectionKey} />
          {children}
        </>
      )}
    </Page>
  )
}

function Facts({ collectionKey, data }: { collectionKey: CollectionKey; data: CollectionDetail | null }) {
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-0.5 overflow-x-clip [&>li+li]:before:absolute [&>li+li]:before:-left-2.5 [&>li+li]:before:text-faint [&>li+li]:before:content-['·'] [&>li]:relative [&>li]:flex [&>li]:min-w-0 [&>li]:items-center [&>li]:gap-1.5">
      <li>
        <Id value={collectionKey.address} kind="address" />
      </li>
      {data ? <li>owned by {ownerText(data)}</li> : null}
      {data?.metadataApiUrl ? (
        <li className="max-lg:hidden!">
          metadata from <Id value={data.metadataApiUrl} kind="url" />
        </li>
      ) : null}
    </ul>
  )
}

function ownerText(data: CollectionDetail) {
  if (data.isOwner) return <strong className="font-semibold text-text">you</strong>
  return data.ownerAddress ? <Id value={data.ownerAddress} kind="address" /> : 'an unknown owner'
}
