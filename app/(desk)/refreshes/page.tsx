import type { Metadata } from 'next'
import { readFilters } from '@/components/refresh/history/history-filter.ts'
import { collections } from '../../prefetch/collections.ts'
import { members } from '../../prefetch/desk.ts'
import { Prefetched } from '../../prefetch/prefetched.tsx'
import { refreshes } from '../../prefetch/refreshes.ts'
import { type SearchParams, toSearch } from '../../prefetch/to-search.ts'
import { HistoryView } from './history-view.tsx'

export const metadata: Metadata = { title: 'Refreshes' }

export default async function HistoryRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = readFilters(toSearch(await searchParams))
  return (
    <Prefetched queries={[refreshes(search), collections(), members()]}>
      <HistoryView />
    </Prefetched>
  )
}
