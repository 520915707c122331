import { readCollectionKey } from '../read-params.ts'
import { AssetsView } from './assets-view.tsx'

type Props = { params: Promise<{ network: string; address: string }> }

export default async function CollectionPage({ params }: Props) {
  return <AssetsView collectionKey={readCollectionKey(await params)} />
}
