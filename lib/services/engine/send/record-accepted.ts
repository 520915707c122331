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
import { markSignatureProven, recordSignatureUse } from '../../../db/signatures/signatures.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { firstPollMs } from '../../../domain/batches/poll-interval.ts'
import { toSent } from '../../../domain/batches/transition.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Receipt } from '../../../networks/provider.ts'
import type { WorkContext } from '../../context.ts'
import { releaseCollection } from '../reconcile/mark-outcome-unknown.ts'
import type { UsedSignature } from './lease-batch.ts'

type Acceptance = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  signature: Pick<UsedSignature, 'id'> | null
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
      const holder = await findHolder(tx, batch.network, accepted.reference)
      if (holder !== null && holder !== batch.id) throw takenId(accepted)
      await record(tx, acceptance, { now, nextPollAt })
    })
  } catch (error) {
    // The lock is of one project, but an id belongs to one batch of the whole network.
    throw prismaCode(error) === 'P2002' ? takenId(accepted, error) : error
  }
  return nextPollAt
}

const takenId = ({ quota }: Receipt, cause?: unknown) =>
  new UpstreamError(
    'The network accepted a refresh under the id of another one.',
    { kind: 'nonsense', httpStatus: 202, isWritten: true, quota },
    { cause },
  )

async function record(
  tx: Db,
  { batch, signature, attemptId, accepted }: Acceptance,
  { now, nextPollAt }: { now: Date; nextPollAt: Date },
): Promise<void> {
  const { reference, quota } = accepted
  await finishAttempt(tx, attemptId, { outcome: 'accepted', httpStatus: 202, message: null, now })
  // A sweep may have called it lost meanwhile; an answer with an id ends every doubt.
  const sent = toSent(['sending', 'lost'], { reference, acceptedAt: now, nextPollAt })
  if (await moveBatch(tx, batch, sent)) await endTokenUnknown(tx, batch.id)
  const released = await releaseCollection(tx, batch.collectionId)
  if (quota) await saveQuota(tx, batch.project, { ...quota, resetsAt: new Date(quota.resetsAt), seenAt: now })
  if (signature) {
    await markSignatureProven(tx, signature.id, now)
    const { refreshId, memberId } = batch
    await recordSignatureUse(tx, { signatureId: signature.id, refreshId, memberId, now })
  }
  const data = { batch: batch.position, tokens: batch.tokenCount }
  await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_accepted', data, now })
  await recountRefreshes(tx, [batch.refreshId, ...released], now)
}
