import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { newTrail } from '../../core/trail.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { changeImport, createImport, findImport, toImportState } from '../../db/imports/refresh-imports.ts'
import type { RefreshImportState } from '../../domain/refreshes/refresh-import-schema.ts'
import { enqueueImport } from '../../queue/enqueue.ts'
import { requirePermit } from '../authority/authorities.ts'
import { holderOf } from '../authority/authority.ts'
import { readCollection } from '../collections/read-collection.ts'
import { requireRole, type ServiceContext } from '../context.ts'

/**
 * Starts to take over the refreshes that the network lists for a collection and this desk does not have; one that runs
 * goes on. Spends the owner's stored signature like a submit: `needs_signature` when there is none.
 */
export async function startImport(ctx: ServiceContext, key: CollectionKey): Promise<RefreshImportState> {
  requireRole(ctx, 'operator')
  const stored = await readCollection(ctx, key)
  const collectionId = stored.id
  const { name, provider } = ctx.networks.get(key.network)
  if (!provider.refresher.history) {
    throw new AppError('conflict', `${name} keeps no list of refreshes to import.`, { reason: 'no_list' })
  }
  const found = await findImport(ctx.db, collectionId)
  if (found?.state !== 'running') {
    await requirePermit(ctx, holderOf(stored))
    const begun = { memberId: ctx.member.id, startedAt: ctx.now() }
    const counts = { listed: 0, imported: 0, leftOut: 0 }
    const nothing = { ...newTrail, completedAt: null, error: null, nextStepAt: null }
    // Whoever was faster has begun it.
    if (found) await changeImport(ctx.db, found, { state: 'running', ...begun, ...counts, ...nothing })
    else await createImport(ctx.db, { collectionId, ...begun })
  }
  await enqueueImport(collectionId)
  return toImportState(await findImport(ctx.db, collectionId))
}
