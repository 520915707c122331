'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { assetRefreshesQuery, type CollectionKey } from '../../../lib/api/collections.ts'
import type { TokenRefresh } from '../../../lib/domain/collections/collection-card-schema.ts'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SourceTag } from '../../ui/text/source-tag.tsx'
import { Time } from '../../ui/text/time.tsx'
import { LastRefreshState } from '../assets/last-refresh-state.tsx'

type Props = { collectionKey: CollectionKey; tokenId: string }

/** The refreshes of one token, newest first. */
export function AssetRefreshes({ collectionKey, tokenId }: Props) {
  const { network, address } = collectionKey
  const { data, error, refetch } = useQuery(assetRefreshesQuery(collectionKey, tokenId))
  return (
    <section className="rounded-lg border border-line bg-surface px-4 py-3">
      <h2 className="pb-1 font-semibold text-lg">Refreshes of this token</h2>
      {error ? <RequestErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton className="h-16 w-full" /> : null}
      {data?.items.length === 0 ? (
        <p className="text-muted">
          It has never been refreshed here. Refresh it when its metadata has changed.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {data?.items.map((item) => (
          <li key={item.refresh.id} className="grid gap-1 py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
              <Link
                href={`/refreshes/${item.refresh.id}`}
                className="min-w-0 break-words font-medium hover:underline"
              >
                {refreshTitle(item.refresh)}
              </Link>
              <SourceTag source={item.refresh.source} />
              <span className="ml-auto flex gap-3 text-xs">
                <LastRefreshState
                  last={{
                    refreshId: item.refresh.id,
                    state: item.state,
                    at: item.at,
                    httpStatus: item.failure?.httpStatus ?? null,
                  }}
                />
                {item.state === 'refreshing' ? <Time at={item.at} /> : null}
              </span>
            </div>
            {item.failure ? <Why failure={item.failure} /> : null}
          </li>
        ))}
      </ul>
      {data?.hasMore ? (
        <Link
          href={`/refreshes?${new URLSearchParams({ network, collection: address, tokenId })}`}
          className="inline-block pt-2 text-accent-text text-sm underline decoration-accent-line underline-offset-3"
        >
          Show all refreshes of this token
        </Link>
      ) : null}
    </section>
  )
}

function Why({ failure }: { failure: NonNullable<TokenRefresh['failure']> }) {
  return (
    <p className="text-muted text-xs">
      {failure.title}. <code className="break-all font-mono text-faint">{failure.errorCode}</code>
    </p>
  )
}
