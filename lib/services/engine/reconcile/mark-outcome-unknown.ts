import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { splitUnleased } from '../../../db/batches/lost-batches.ts'
import { moveBatch, moveBatches } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { setTokenStates } from '../../../db/tokens/tokens.ts'
import { nextSearchAt } from '../../../domain/batches/lost/reconcile.ts'
import { isSkipped } from '../../../domain/batches/order-for-sending.ts'
import { toLost, waiting } from '../../../domain/batches/transition.ts'
import { noWait } from '../../../domain/batches/wait.ts'
import type { WorkContext } from '../../context.ts'

export type OutcomeUnknown = {
  batch: BatchWork
  reason: string
  httpStatus: number | null
  attemptedAt: Date
}

/**
 * Writes down that nobody knows whether a batch was accepted, in the caller's transaction: the search for it begins.
 * Returns the refreshes to recount and when to search first; null when somebody knew more.
 */
export async function markOutcomeUnknown(
  tx: Db,
  work: WorkContext,
  { batch, reason, httpStatus, attemptedAt }: OutcomeUnknown,
): Promise<{ refreshIds: string[]; searchAt: Date } | null> {
  const now = work.now()
  const decideAt = new Date(attemptedAt.getTime() + work.rules.decideAfterMs)
  const searchAt = nextSearchAt({ searches: 0, needsPerson: false, now, decideAt })
  const lost = toLost(['sending', 'lost'], reason, { decideAt, nextSearchAt: searchAt })
  if (!(await moveBatch(tx, batch, lost))) return null
  await setTokenStates(tx, batch.id, 'unknown')
  const data = { batch: batch.position, tokens: batch.tokenCount, reason, httpStatus }
  await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_lost', data, now })
  const held = await holdCollection(tx, batch.collectionId)
  return { refreshIds: [batch.refreshId, ...held], searchAt }
}

/** Lets what lost batches of a collection keep from being sent wait for its turn; returns its refreshes. */
export async function holdCollection(tx: Db, collectionId: string): Promise<string[]> {
  const held = (await splitUnleased(tx, collectionId)).held.filter(({ wait }) => !isSkipped(wait))
  const ids = held.map(({ id }) => id)
  await moveBatches(tx, ids, waiting({ wait: 'turn', notBefore: null }))
  return held.map(({ refreshId }) => refreshId)
}

/** After a complete search or the end of one: what nothing keeps from being sent any more may go. Returns its refreshes. */
export async function releaseCollection(tx: Db, collectionId: string): Promise<string[]> {
  const released = (await splitUnleased(tx, collectionId)).free.filter(({ wait }) => wait === 'turn')
  const ids = released.map(({ id }) => id)
  await moveBatches(tx, ids, waiting(noWait))
  return released.map(({ refreshId }) => refreshId)
}
