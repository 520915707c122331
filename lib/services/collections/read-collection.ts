import 'server-only'
import { AppError } from '../../core/app-error.ts'
import {
  type CollectionKey,
  findCollection,
  type StoredCollection,
  saveCollection,
} from '../../db/collections/collections.ts'
import type { WorkContext } from '../context.ts'
import { askNetwork } from '../networks/upstream-errors.ts'

export type ReadCollection = StoredCollection & { isStale: boolean }

/** Our row of a collection, however old; the network is asked only about one that nobody opened yet. */
export const knownCollection = async (ctx: WorkContext, key: CollectionKey): Promise<StoredCollection> =>
  (await findCollection(ctx.db, key)) ?? readCollection(ctx, key)

/** A collection as the network shows it now, kept as our row; our row alone, marked stale, when the network fails.
 * Throws `not_found` when neither knows it. */
export async function readCollection(ctx: WorkContext, key: CollectionKey): Promise<ReadCollection> {
  const network = ctx.networks.get(key.network)
  try {
    const facts = await askNetwork(network, `${network.name} has no collection ${key.address}.`, () =>
      network.provider.catalog.getCollection(key.address),
    )
    const seenAt = ctx.now().toISOString()
    const saved = await saveCollection(ctx.db, {
      ...facts,
      network: key.network,
      address: key.address,
      seenAt,
    })
    return { ...saved, isStale: false }
  } catch (error) {
    const stored = error instanceof AppError ? await findCollection(ctx.db, key) : null
    if (!stored) throw error
    return { ...stored, isStale: true }
  }
}
