import { importState } from '../../../../../prefetch/collections.ts'
import { Prefetched } from '../../../../../prefetch/prefetched.tsx'
import { refreshes } from '../../../../../prefetch/refreshes.ts'
import { readCollectionKey } from '../../read-params.ts'
import { RefreshesView } from './refreshes-view.tsx'

type Props = { params: Promise<{ network: string; address: string }> }

export default async function CollectionRefreshesPage({ params }: Props) {
  const key = readCollectionKey(await params)
  const search = new URLSearchParams({ network: key.network, collection: key.address })
  return (
    <Prefetched queries={[refreshes(search), importState(key)]}>
      <RefreshesView collectionKey={key} />
    </Prefetched>
  )
}
