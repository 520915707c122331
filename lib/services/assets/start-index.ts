import 'server-only'
import { newTrail } from '../../core/trail.ts'
import { changeIndex, createIndex, findIndex, toIndexState } from '../../db/collections/collection-indexes.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { CollectionIndexState } from '../../domain/collections/collection-index-schema.ts'
import { syncFrom } from '../../domain/collections/sync-interval.ts'
import { enqueueIndex } from '../../queue/enqueue.ts'
import { readCollection } from '../collections/read-collection.ts'
import { requireRole, type ServiceContext, type WorkContext } from '../context.ts'

/** An index as young as this is not brought up again. */
const YOUNG_MS = 10_000

/** Starts a sync of all assets, or over what changed since the last one. */
export async function startIndex(ctx: ServiceContext, key: CollectionKey): Promise<CollectionIndexState> {
  requireRole(ctx, 'operator')
  const { id } = await readCollection(ctx, key)
  await beginSync(ctx, id, new Date(ctx.now().getTime() - YOUNG_MS))
  return toIndexState(await findIndex(ctx.db, id))
}

/** Makes sure that a sync runs, unless the last one was completed after `youngerThan`. */
export async function beginSync(work: WorkContext, collectionId: string, youngerThan: Date): Promise<void> {
  const now = work.now()
  if (!(await createIndex(work.db, collectionId, now))) {
    const index = await findIndex(work.db, collectionId)
    if (!index || (index.state === 'complete' && index.completedAt && index.completedAt > youngerThan)) return
    const restart = {
      state: 'running' as const,
      startedAt: now,
      changedSince: syncFrom(index.updatedUpTo),
      ...newTrail,
      error: null,
      nextStepAt: null,
    }
    if (index.state !== 'running') await changeIndex(work.db, index, restart)
  }
  await enqueueIndex(collectionId)
}
