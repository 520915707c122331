import 'server-only'
import { beginSearch } from '../../../db/batches/batch-searches.ts'
import { type BatchWork, listPlannedOf } from '../../../db/batches/batch-work.ts'
import { changeBatch, changeBatches } from '../../../db/batches/batches.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { setTokenStates } from '../../../db/tokens/tokens.ts'
import { isSkipped } from '../../../domain/batches/order-for-sending.ts'
import { nextSearchAt } from '../../../domain/batches/reconcile.ts'
import type { WorkContext } from '../../context.ts'

type OutcomeUnknown = { batch: BatchWork; reason: string; httpStatus: number | null; attemptedAt: Date }

/**
 * Writes down that nobody knows whether a batch was accepted, in the caller's transaction: the search for it begins,
 * and until it ends nothing else of the collection is sent, unless it was a script's, which may be lost without end. Returns the refreshes to recount and when to search first;
 * null when somebody knew more.
 */
export async function markOutcomeUnknown(
  tx: Db,
  work: WorkContext,
  { batch, reason, httpStatus, attemptedAt }: OutcomeUnknown,
): Promise<{ refreshIds: string[]; searchAt: Date } | null> {
  const now = work.now()
  const decideAt = new Date(attemptedAt.getTime() + work.rules.decideAfterMs)
  const searchAt = nextSearchAt({ searches: 0, needsPerson: false, now, decideAt })
  const change = {
    state: 'lost',
    wait: null,
    notBefore: null,
    reason,
    leaseOwner: null,
    leaseUntil: null,
  } as const
  if (!(await changeBatch(tx, batch.id, ['sending', 'lost'], change, batch.fence))) return null
  await beginSearch(tx, batch.id, { decideAt, nextSearchAt: searchAt })
  await setTokenStates(tx, batch.id, 'unknown')
  const data = { batch: batch.position, tokens: batch.tokenCount, reason, httpStatus }
  await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_lost', data, now })
  const held = batch.source === 'script' ? [] : await holdCollection(tx, batch.collectionId)
  return { refreshIds: [batch.refreshId, ...held], searchAt }
}

/** Lets the unsent batches of a collection wait for their turn; returns their refreshes. */
export async function holdCollection(tx: Db, collectionId: string): Promise<string[]> {
  const waiting = (await listPlannedOf(tx, collectionId)).filter(({ wait }) => !isSkipped(wait))
  const ids = waiting.map(({ id }) => id)
  await changeBatches(tx, ids, { wait: 'turn', notBefore: null })
  return waiting.map(({ refreshId }) => refreshId)
}

/** After a doubt has ended: what waited for its turn may go, unless there is another. Returns their refreshes. */
export async function releaseCollection(tx: Db, collectionId: string): Promise<string[]> {
  const waiting = (await listPlannedOf(tx, collectionId)).filter(({ wait }) => wait === 'turn')
  const ids = waiting.map(({ id }) => id)
  await changeBatches(tx, ids, { wait: null, notBefore: null })
  return waiting.map(({ refreshId }) => refreshId)
}
