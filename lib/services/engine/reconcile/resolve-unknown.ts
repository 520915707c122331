import 'server-only'
import { resolveLost } from '../../../db/batches/attempts.ts'
import { type BatchWork, findBatchWork } from '../../../db/batches/batch-work.ts'
import { listTaken } from '../../../db/batches/batches.ts'
import { listLostIds } from '../../../db/batches/lost-batches.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { planSearches } from '../../../db/batches/plan-search.ts'
import type { Db } from '../../../db/connection/client.ts'
import { prismaCode } from '../../../db/connection/errors.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { toSent } from '../../../domain/batches/transition.ts'
import { noWait } from '../../../domain/batches/wait.ts'
import type { ActivityFact } from '../../../domain/refreshes/activity/activity-schema.ts'
import { enqueueReconcile, enqueueSend, enqueueWatch } from '../../../queue/enqueue.ts'
import { endIdle } from '../../authority/authorities.ts'
import type { WorkContext } from '../../context.ts'
import { rejectBatch } from '../send/reject-batch.ts'
import { returnToPlanned } from '../send/return-to-planned.ts'
import { releaseCollection } from './mark-outcome-unknown.ts'

export type UnknownEnd =
  | { to: 'match'; reference: string }
  /** Nothing was written after all. */
  | { to: 'unsent' }
  | { to: 'send_again' }
  | { to: 'give_up' }

type Conditions = {
  /** Who decided; null for the desk itself. */
  memberId?: string | null
  /** Asked in the transaction that ends the search. */
  isStillSo?: (tx: Db) => Promise<boolean>
}

/**
 * Ends the search for a lost batch, once. False when it had ended before, when another batch has the reference, or when
 * what it was decided by is not so any more.
 */
export async function resolveUnknown(
  work: WorkContext,
  batch: BatchWork,
  end: UnknownEnd,
  { memberId = null, isStillSo }: Conditions = {},
): Promise<boolean> {
  const now = work.now()
  const others = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    if (isStillSo && !(await isStillSo(tx))) return null
    if (!(await apply(tx, batch, end, now))) return null
    await endTokenUnknown(tx, batch.id)
    const fact = factOf(batch, end, memberId !== null)
    await addActivity(tx, { ...fact, refreshId: batch.refreshId, memberId, now })
    const released = await releaseCollection(tx, batch.collectionId)
    await recountRefreshes(tx, [batch.refreshId, ...released], now)
    // What is listed may be theirs, and no longer this one's.
    const lostIds = await listLostIds(tx, batch)
    await planSearches(tx, lostIds, now)
    return lostIds
  }).catch((error: unknown) => {
    // A request of another project got this very id meanwhile.
    if (prismaCode(error) === 'P2002') return null
    throw error
  })
  if (!others) return false
  if (end.to === 'match') await enqueueWatch(batch.id)
  await enqueueSend(batch.project)
  for (const id of others) await enqueueReconcile(id, now)
  await endIdle(work, batch)
  return true
}

function factOf(batch: BatchWork, { to }: UnknownEnd, isByPerson: boolean): ActivityFact {
  const data = { batch: batch.position, tokens: batch.tokenCount }
  if (!isByPerson) return { kind: kindOf[to], data }
  return { kind: 'batch_decided', data: { ...data, choice: to === 'unsent' ? null : to } }
}

const kindOf = {
  match: 'batch_found',
  unsent: 'batch_sent_again',
  send_again: 'batch_sent_again',
  // Without a person only a script's request is given up.
  give_up: 'batch_absent',
} as const

async function apply(tx: Db, batch: BatchWork, end: UnknownEnd, now: Date): Promise<boolean> {
  const current = await findBatchWork(tx, batch.id)
  if (current?.state !== 'lost' || current.fence !== batch.fence) return false
  switch (end.to) {
    case 'match': {
      if ((await listTaken(tx, batch.network, [end.reference])).size > 0) return false
      await resolveLost(tx, batch.id, 'found')
      const found = { reference: end.reference, acceptedAt: now, nextPollAt: now }
      return moveBatch(tx, batch, toSent(['lost'], found))
    }
    case 'unsent':
      return returnToPlanned(tx, { batch, from: ['lost'], wait: noWait })
    case 'send_again': {
      await resolveLost(tx, batch.id, 'absent')
      return returnToPlanned(tx, { batch, from: ['lost'], wait: noWait, isResend: true })
    }
    case 'give_up': {
      await resolveLost(tx, batch.id, 'absent')
      const reason = 'This request was not found in the network’s list.'
      return rejectBatch(tx, batch, { from: ['lost'], reason, httpStatus: null, now })
    }
  }
}
