import type { Asset } from '../../../domain/collections/model-schema.ts'
import type { ImxClient } from '../client.ts'
import { ImxAsset } from './asset.ts'

type GetAssetParams = { collection: string; tokenId: string }

export async function getAsset(client: ImxClient, { collection, tokenId }: GetAssetParams): Promise<Asset> {
  const { data } = await client.read({ path: ['v1', 'assets', collection, tokenId], schema: ImxAsset })
  return data
}
