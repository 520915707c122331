import type { Metadata } from 'next'
import { readCollectionKey, readTokenId } from '../../read-params.ts'
import { AssetView } from './asset-view.tsx'

export const metadata: Metadata = { title: 'Asset' }

type Props = { params: Promise<{ network: string; address: string; tokenId: string }> }

export default async function AssetRoute({ params }: Props) {
  const { tokenId, ...collection } = await params
  return <AssetView collectionKey={readCollectionKey(collection)} tokenId={readTokenId(tokenId)} />
}
