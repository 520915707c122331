import type { Metadata } from 'next'
import { assetTabTitle } from '@/components/collection/assets/asset-title.ts'
import { findKnownAssetName } from '@/lib/services/assets/find-known-asset-name.ts'
import { asset, assetRefreshes, collection, findKnown } from '../../../../../prefetch/collections.ts'
import { pageContext } from '../../../../../prefetch/page-context.ts'
import { Prefetched } from '../../../../../prefetch/prefetched.tsx'
import { readCollectionKey, readTokenId } from '../../read-params.ts'
import { AssetView } from './asset-view.tsx'

type Props = { params: Promise<{ network: string; address: string; tokenId: string }> }

async function readPlace({ params }: Props) {
  const { tokenId, ...place } = await params
  return { key: readCollectionKey(place), tokenId: readTokenId(tokenId) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { key, tokenId } = await readPlace(props)
  const name = await findKnownAssetName(await pageContext(), { ...key, tokenId })
  const known = await findKnown(key.network, key.address)
  return { title: assetTabTitle({ name, tokenId }, known?.name) }
}

export default async function AssetRoute(props: Props) {
  const { key, tokenId } = await readPlace(props)
  return (
    <Prefetched queries={[await collection(key), asset(key, tokenId), assetRefreshes(key, tokenId)]}>
      <AssetView collectionKey={key} tokenId={tokenId} />
    </Prefetched>
  )
}
