'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { formatCount } from '@/lib/format/count.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { firstCollections } from './collection-pages.ts'
import { CollectionsTable } from './collections-table.tsx'
import { NoCollections } from './no-collections.tsx'
import { OpenByAddress } from './open-by-address.tsx'

/** The first collections of the desk, for Home. */
export function CollectionsPanel() {
  const { data, error, isPending, refetch } = useQuery(collectionsQuery(firstCollections))
  const hasSome = data !== undefined && data.total > 0
  return (
    <Panel
      label="Collections"
      title="Collections"
      detail={hasSome ? formatCount(data.total) : undefined}
      actions={
        hasSome ? (
          <Link href="/collections" className="text-accent-text text-sm underline underline-offset-2">
            All collections
          </Link>
        ) : undefined
      }
      isFlush
    >
      {error && !data ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={3} label="Loading collections" /> : null}
      {data?.total === 0 ? <NoCollections /> : null}
      {hasSome ? (
        <>
          <CollectionsTable cards={data.items} />
          <footer className="border-line border-t px-4 py-2.5">
            <OpenByAddress />
          </footer>
        </>
      ) : null}
    </Panel>
  )
}
