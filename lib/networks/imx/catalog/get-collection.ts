import type { CollectionFacts } from '../../provider/catalog.ts'
import type { ImxClient } from '../client.ts'
import { ImxCollection } from './collection.ts'

export async function getCollection(
  client: ImxClient,
  { collection }: { collection: string },
): Promise<CollectionFacts> {
  const { data } = await client.read({ path: ['v1', 'collections', collection], schema: ImxCollection })
  return data
}
