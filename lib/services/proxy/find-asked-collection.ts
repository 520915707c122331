import 'server-only'
import type { Address } from '../../collection/address.ts'
import { type StoredCollection, saveCollection } from '../../db/collections.ts'
import { isAppError } from '../../errors/app-error.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks.ts'
import { knownCollection } from '../read-collection.ts'

/**
 * The collection that a script's submission names; null when the network says that there is none. One of which the
 * network cannot speak right now is kept by its address alone, because the submission may be taken all the same.
 */
export async function findAskedCollection(
  work: WorkContext,
  { slug: network }: Network,
  address: Address,
): Promise<StoredCollection | null> {
  try {
    return await knownCollection(work, { network, address })
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'not_found') return null
    const unknown = { description: null, imageUrl: null, projectId: null, metadataApiUrl: null }
    const seenAt = work.now().toISOString()
    return saveCollection(work.db, {
      network,
      address,
      name: address,
      ownerAddress: null,
      ...unknown,
      seenAt,
    })
  }
}
