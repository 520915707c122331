import 'server-only'
import { isAppError } from '../../core/app-error.ts'
import { noteCollection, type StoredCollection } from '../../db/collections/collections.ts'
import type { Address } from '../../domain/networks/address.ts'
import { knownCollection } from '../collections/read-collection.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'

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
    return noteCollection(work.db, { network, address }, work.now())
  }
}
