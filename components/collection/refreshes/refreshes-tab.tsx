'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CollectionKey } from '../../../lib/api/collections.ts'
import { refreshesQuery } from '../../../lib/api/refreshes.ts'
import { isFinished } from '../../../lib/domain/batches/state.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import type { SignSlot } from '../review/review-signature.tsx'
import { ImportButton, ImportPanel } from './import-panel.tsx'
import { useImport } from './use-import.ts'

const POLL_MS = 5_000

type Props = {
  collectionKey: CollectionKey
  sign: SignSlot
  list: (refreshes: RefreshSummary[]) => ReactNode
}

/** The refreshes of one collection, newest first, and the import of those made elsewhere. */
export function RefreshesTab({ collectionKey, sign, list }: Props) {
  const { network, address } = collectionKey
  const given = useImport(collectionKey)
  const [cursor, setCursor] = useState<string | null>(null)
  const search = new URLSearchParams({ network, collection: address, ...(cursor !== null && { cursor }) })
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...refreshesQuery(search),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => !isFinished(item.state)) ? POLL_MS : false,
  })
  const base = `/${network}/${address}`
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  if (data.items.length === 0) {
    const isAtImport = given.needsSignature || given.state?.state === 'running'
    return (
      <div className="grid gap-3">
        <ImportPanel given={given} collectionKey={collectionKey} sign={sign} isEmpty />
        {isAtImport ? null : (
          <Panel>
            <Empty
              title="No refresh yet."
              action={
                <span className="flex flex-wrap justify-center gap-2">
                  <ButtonLink variant="primary" href={base}>
                    Choose tokens
                  </ButtonLink>
                  <ImportButton given={given} />
                </span>
              }
            >
              Pick the tokens whose metadata changed, and submit them.
              {given.canStart ? ' Or import refreshes made elsewhere.' : null}
            </Empty>
          </Panel>
        )}
      </div>
    )
  }
  const { nextCursor, previousCursor } = data
  return (
    <div className="grid gap-3">
      <ImportPanel given={given} collectionKey={collectionKey} sign={sign} isEmpty={false} />
      <Panel isFlush label="Refreshes of this collection">
        {list(data.items)}
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
