import 'server-only'
import { finishAttempt } from '../../../db/batches/attempts.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { findHolder } from '../../../db/batches/batches.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { prismaCode } from '../../../db/connection/errors.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { saveQuota } from '../../../db/networks/quotas.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { firstPollMs } from '../../../domain/batches/poll-interval.ts'
import { toSent } from '../../../domain/batches/transition.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Receipt } from '../../../networks/provider/refresher.ts'
import { authorityOf } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { releaseCollection } from '../reconcile/mark-outcome-unknown.ts'

type Acceptance = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  permit: Permit | null
  attemptId: string
  accepted: Receipt
}

/**
 * Writes down that the network took a batch; returns when to poll it first. Throws UpstreamError when another batch holds
 * the id that the network gave: like an answer without an id, it does not say what became of this request.
 */
export async function recordAccepted(work: WorkContext, acceptance: Acceptance): Promise<Date> {
  const { batch, accepted } = acceptance
  const now = work.now()
  const nextPollAt = new Date(now.getTime() + firstPollMs(batch.tokenCount, batch.position))
  try {
    await transact(work.db, async (tx) => {
      await lockProject(tx, batch.project)
      await requireFree(tx, batch, accepted)
      await record(work, tx, acceptance, { now, nextPollAt })
    })
  } catch (error) {
    // The lock is of one project, but an id belongs to one batch of the whole network.
    throw prismaCode(error) === 'P2002' ? takenId(accepted, error) : error
  }
  return nextPollAt
}

async function requireFree(tx: Db, { id, network }: BatchWork, accepted: Receipt): Promise<void> {
  const holder = accepted.reference && (await findHolder(tx, network, accepted.reference))
  if (holder && holder !== id) throw takenId(accepted)
}

const takenId = ({ quota }: Receipt, cause?: unknown) =>
  new UpstreamError(
    'The network accepted a refresh under the id of another one.',
    { kind: 'invalid_response', httpStatus: 202, isWritten: true, quota },
    { cause },
  )

async function record(
  work: WorkContext,
  tx: Db,
  { batch, permit, attemptId, accepted }: Acceptance,
  { now, nextPollAt }: { now: Date; nextPollAt: Date },
): Promise<void> {
  const { reference, quota } = accepted
  await finishAttempt(tx, attemptId, { outcome: 'accepted', httpStatus: 202, message: null, now })
  // A sweep may have called it lost meanwhile; an answer with an id decides it.
  const sent = toSent(['sending', 'lost'], { reference, acceptedAt: now, nextPollAt })
  if (await moveBatch(tx, batch, sent)) await endTokenUnknown(tx, batch.id)
  const released = await releaseCollection(tx, batch.collectionId)
  if (quota) await saveQuota(tx, batch.project, { ...quota, resetsAt: new Date(quota.resetsAt), seenAt: now })
  if (permit) {
    const authority = authorityOf(work, batch)
    await authority.markProven(tx, permit, now)
    await authority.recordUse(tx, permit, batch, now)
  }
  const data = { batch: batch.position, tokens: batch.tokenCount }
  await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_accepted', data, now })
  await recountRefreshes(tx, [batch.refreshId, ...released], now)
}
