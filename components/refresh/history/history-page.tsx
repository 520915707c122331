'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Link2, RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { refreshesQuery } from '@/lib/api/refreshes.ts'
import { useRefreshesStream } from '@/lib/api/stream/refresh-stream.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { hasRole } from '@/lib/domain/team/model.ts'
import { plural } from '@/lib/format/count.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { CopyText } from '../../ui/text/copy-text.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { hasFilters, readFilters } from './history-filter.ts'
import { HistoryFilters } from './history-filters.tsx'
import { RefreshList } from './refresh-list.tsx'
import { threadsOf } from './retry-threads.ts'
import { useHistorySelection } from './use-history-selection.ts'
import { useRowKeys } from './use-row-keys.ts'

const CommonRetry = dynamic(() => import('../retry/common-retry.tsx').then((module) => module.CommonRetry), {
  ssr: false,
})

type Props = { sign: SignSlot; onOpenRefresh: (id: string) => void }

/** The team's refreshes, newest first; filters are in the URL. */
export function HistoryPage({ sign, onOpenRefresh }: Props) {
  const router = useRouter()
  const search = readFilters(useSearchParams())
  const { data: page, error, refetch } = useQuery(refreshesQuery(search))
  useRefreshesStream()
  useRowKeys()
  const { member } = useSession()
  const canAct = hasRole(member.role, 'operator')
  const threads = threadsOf(page?.items ?? [])
  const shown = threads.flatMap(({ rows }) => rows.map(({ refresh }) => refresh))
  const selection = useHistorySelection(shown, canAct)
  // Here, so that the key counts before the code of the bar has come.
  const [reviewed, setReviewed] = useState<readonly string[] | null>(null)
  useShortcut('r', () => setReviewed(selection.ids), selection.ids.length > 0)
  const go = (next: URLSearchParams) => router.push(`/refreshes?${next}`, { scroll: false })
  const turn = (cursor: string | null) => {
    const next = new URLSearchParams(search)
    if (cursor) next.set('cursor', cursor)
    go(next)
  }
  return (
    <Page
      title="Refreshes"
      lead={
        page
          ? `${hasFilters(search) ? plural(page.total, 'refresh matches', 'refreshes match') : `${plural(page.total, 'refresh', 'refreshes')} so far`}.${importsText(search)}`
          : undefined
      }
      actions={
        <CopyText label="Copy link to this view" text={() => location.href} icon={<Link2 aria-hidden />} />
      }
    >
      <HistoryFilters search={search} onChange={go} />
      <Panel isFlush label="Refreshes">
        {error && !page ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
        {!page && !error ? <SkeletonRows rows={8} label="Loading the history" /> : null}
        {page?.items.length === 0 ? <Nothing isFiltered={hasFilters(search)} /> : null}
        {page ? <RefreshList threads={threads} selection={canAct ? selection : undefined} /> : null}
        {page && page.items.length > 0 ? (
          <footer className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5">
            <span className="flex items-center gap-1.5 text-faint text-xs max-md:hidden">
              <Kbd>J</Kbd> <Kbd>K</Kbd> move{' '}
              {canAct ? (
                <>
                  <Kbd>X</Kbd> select{' '}
                </>
              ) : null}
              <Kbd>Enter</Kbd> open
            </span>
            <span className="ml-auto flex gap-2">
              <Button disabled={!page.previousCursor} onClick={() => turn(page.previousCursor)}>
                <ChevronLeft aria-hidden /> Newer
              </Button>
              <Button disabled={!page.nextCursor} onClick={() => turn(page.nextCursor)}>
                Older <ChevronRight aria-hidden />
              </Button>
            </span>
          </footer>
        ) : null}
      </Panel>
      {selection.ids.length > 0 ? (
        <CommonRetry
          refreshes={selection.ids}
          sign={sign}
          isReviewing={reviewed === selection.ids}
          onReview={(isReviewing) => setReviewed(isReviewing ? selection.ids : null)}
          onClear={selection.clear}
          onOpenRefresh={onOpenRefresh}
        />
      ) : null}
    </Page>
  )
}

/** An imported refresh may contain the token without listing it. */
function importsText(search: URLSearchParams): string {
  const mayHaveImports = ['import', null].includes(search.get('source'))
  return search.has('tokenId') && mayHaveImports
    ? ' Of imported refreshes, only failed tokens are known.'
    : ''
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty
        title="No refresh matches these filters."
        action={<ButtonLink href="/refreshes">Clear filters</ButtonLink>}
      >
        Nothing has been deleted. Remove a filter to see more.
      </Empty>
    )
  }
  return (
    <Empty
      icon={<RotateCw aria-hidden />}
      title="No refresh yet."
      action={<ButtonLink href="/">Choose a collection</ButtonLink>}
    >
      Open a collection, pick the tokens whose metadata changed, and submit them.
    </Empty>
  )
}
