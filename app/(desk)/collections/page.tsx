import type { Metadata } from 'next'
import { readPlace } from '@/components/collections/collection-pages.ts'
import { CollectionsPage } from '@/components/collections/collections-page.tsx'
import { collections } from '../../prefetch/collections.ts'
import { Prefetched } from '../../prefetch/prefetched.tsx'
import { type SearchParams, toSearch } from '../../prefetch/to-search.ts'

export const metadata: Metadata = { title: 'Collections' }

export default async function CollectionsRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const place = readPlace(toSearch(await searchParams))
  return (
    <Prefetched queries={[collections(place)]}>
      <CollectionsPage />
    </Prefetched>
  )
}
