'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Search } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { useRefreshesStream } from '@/lib/api/stream/refresh-stream.ts'
import { plural } from '@/lib/format/count.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { NameSearch } from '../ui/forms/name-search.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { type CollectionsPlace, readPlace, writePlace } from './collection-pages.ts'
import { CollectionsTable } from './collections-table.tsx'
import { NoCollections } from './no-collections.tsx'
import { OpenByAddress } from './open-by-address.tsx'

/** Lists of so many can be read at a glance. */
const MANY = 10

/** Every collection that anybody of the team owned, refreshed or opened. */
export function CollectionsPage() {
  const router = useRouter()
  const place = readPlace(useSearchParams())
  const { q, page, pageSize } = place
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...collectionsQuery(place),
    placeholderData: keepPreviousData,
  })
  useRefreshesStream()
  const go = (next: Pick<CollectionsPlace, 'q' | 'page'>) => router.push(writePlace(next), { scroll: false })
  const lastPage = Math.max(1, Math.ceil((data?.total ?? 0) / pageSize))
  const isEmptyDesk = data?.total === 0 && !q
  return (
    <Page
      title="Collections"
      lead={data && !isEmptyDesk ? leadText(data.total, q) : undefined}
      actions={isEmptyDesk ? undefined : <OpenByAddress />}
    >
      {q || (data?.total ?? 0) > MANY ? (
        <NameSearch
          className="max-w-sm"
          name={q || null}
          onChange={(name) => go({ q: name ?? '', page: 1 })}
          label="Search by name or address"
          placeholder="Name or address"
          hasShortcut
        />
      ) : null}
      <Panel isFlush label="All collections">
        {error && !data ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={8} label="Loading collections" /> : null}
        {isEmptyDesk ? <NoCollections /> : null}
        {data?.items.length === 0 && !isEmptyDesk ? (
          <Empty
            icon={<Search aria-hidden />}
            title={q ? 'No collection matches.' : 'No collection is on this page.'}
            action={<Button onClick={() => go({ q: '', page: 1 })}>Show all collections</Button>}
          >
            {q ? `Neither a name nor an address contains “${q}”.` : null}
          </Empty>
        ) : null}
        {data && data.items.length > 0 ? <CollectionsTable cards={data.items} /> : null}
        {lastPage > 1 ? (
          <nav
            aria-label="Pages"
            className="flex items-center gap-2 border-line border-t px-4 py-2.5 text-faint text-xs"
          >
            <span className="mr-auto tabular-nums">
              Page {page} of {lastPage}
            </span>
            <Button disabled={page === 1 || isPlaceholderData} onClick={() => go({ q, page: page - 1 })}>
              <ChevronLeft aria-hidden /> Previous
            </Button>
            <Button
              disabled={page >= lastPage || isPlaceholderData}
              onClick={() => go({ q, page: page + 1 })}
            >
              Next <ChevronRight aria-hidden />
            </Button>
          </nav>
        ) : null}
      </Panel>
    </Page>
  )
}

const leadText = (total: number, q: string): string =>
  q
    ? `${plural(total, 'collection')} ${total === 1 ? 'matches' : 'match'}.`
    : `${plural(total, 'collection')} that your team owns, refreshed or opened. Yours come first.`
