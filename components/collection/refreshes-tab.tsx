'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CollectionKey } from '../../lib/api/collections.ts'
import { refreshesQuery } from '../../lib/api/refreshes.ts'
import { isSettled } from '../../lib/refresh/state.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { RefreshLine } from './refresh-line.tsx'

const LOOK_MS = 5_000

/** The refreshes of one collection, the newest first. */
export function RefreshesTab({ collectionKey: { network, address } }: { collectionKey: CollectionKey }) {
  const [cursor, setCursor] = useState<string | null>(null)
  const search = new URLSearchParams({ network, collection: address, ...(cursor !== null && { cursor }) })
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...refreshesQuery(search),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => !isSettled(item.state)) ? LOOK_MS : false,
  })
  const base = `/${network}/${address}`
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  if (data.items.length === 0) {
    return (
      <Panel>
        <Empty
          title="No refresh yet."
          action={
            <ButtonLink variant="primary" href={base}>
              Choose tokens
            </ButtonLink>
          }
        >
          Pick the tokens whose metadata changed, and submit them.
        </Empty>
      </Panel>
    )
  }
  const { nextCursor, previousCursor } = data
  return (
    <div className="grid gap-3">
      <Panel isFlush label="Refreshes of this collection">
        <ul className="divide-y divide-line">
          {data.items.map((refresh) => (
            <RefreshLine key={refresh.id} refresh={refresh} />
          ))}
        </ul>
      </Panel>
      {nextCursor || previousCursor ? (
        <nav aria-label="Pages" className="flex justify-end gap-2">
          <Button
            disabled={previousCursor === null || isPlaceholderData}
            onClick={() => setCursor(previousCursor)}
          >
            Previous
          </Button>
          <Button disabled={nextCursor === null || isPlaceholderData} onClick={() => setCursor(nextCursor)}>
            Next
          </Button>
        </nav>
      ) : null}
    </div>
  )
}
