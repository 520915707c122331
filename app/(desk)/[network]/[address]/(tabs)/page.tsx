import { assets, filters } from '../../../../prefetch/collections.ts'
import { Prefetched } from '../../../../prefetch/prefetched.tsx'
import { type SearchParams, toSearch } from '../../../../prefetch/to-search.ts'
import { readCollectionKey } from '../read-params.ts'
import { AssetsView } from './assets-view.tsx'

type Props = { params: Promise<{ network: string; address: string }>; searchParams: Promise<SearchParams> }

export default async function CollectionPage({ params, searchParams }: Props) {
  const key = readCollectionKey(await params)
  return (
    <Prefetched queries={[await assets(key, toSearch(await searchParams)), filters(key)]}>
      <AssetsView collectionKey={key} />
    </Prefetched>
  )
}
