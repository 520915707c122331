import 'server-only'
import { countUnaccounted } from '../../../db/batches/attempts.ts'
import { type BatchWork, countSending, listPlanned } from '../../../db/batches/batch-work.ts'
import { changeBatch, changeBatches } from '../../../db/batches/batches.ts'
import { isOutcomeUnknown } from '../../../db/batches/unknown-outcomes.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject, type Project } from '../../../db/networks/quota-keys.ts'
import { findQuota } from '../../../db/networks/quotas.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { allowance, type KnownQuota } from '../../../domain/batches/allowance.ts'
import { orderForSending } from '../../../domain/batches/order-for-sending.ts'
import { findUsableSignature, type SignatureHeaders } from '../../../signatures/signatures.ts'
import type { WorkContext } from '../../context.ts'
import { holdCollection } from '../reconcile/mark-outcome-unknown.ts'
import { leaseMs } from './send-deadlines.ts'
import { waitForSignature } from './wait-for-signature.ts'

const LOOK_AGAIN_MS = 2_000

export type UsedSignature = { id: string; headers: SignatureHeaders; isFirstUse: boolean }

export type Leased =
  | { kind: 'claimed'; batch: BatchWork; signature: UsedSignature }
  /** Nothing can go out now; `nextAt` is when to ask again, null when something else must happen first. */
  | { kind: 'idle'; nextAt: Date | null }

/** Whoever of this process has a batch in hand. */
export const sender = crypto.randomUUID()

/** Takes the next batch of a project in hand, as far as signature, quota, doubts and the one-at-a-time rule allow. */
export async function leaseBatch(work: WorkContext, project: Project): Promise<Leased> {
  for (;;) {
    const planned = await listPlanned(work.db, project)
    const [next] = orderForSending(planned, work.now())
    if (!next) return { kind: 'idle', nextAt: earliest(planned) }
    const { network, ownerAddress } = next
    const signature = ownerAddress && (await findUsableSignature(work, { network, ownerAddress }))
    if (!signature) {
      await waitForSignature(work, next, null)
      continue
    }
    const claim = await tryLease(work, project, next)
    if (claim === 'taken') continue
    if (claim) return claim
    const used = { id: signature.id, headers: signature.headers, isFirstUse: signature.provenAt === null }
    return { kind: 'claimed', batch: { ...next, fence: next.fence + 1 }, signature: used }
  }
}

/** Null when the batch is ours. */
function tryLease(work: WorkContext, project: Project, batch: BatchWork): Promise<Leased | 'taken' | null> {
  const now = work.now()
  return transact(work.db, async (tx) => {
    await lockProject(tx, project)
    if ((await countSending(tx, project)) > 0) {
      return { kind: 'idle', nextAt: new Date(now.getTime() + LOOK_AGAIN_MS) } as const
    }
    if (await isOutcomeUnknown(tx, batch.collectionId)) {
      await recountRefreshes(tx, await holdCollection(tx, batch.collectionId), now)
      return 'taken'
    }
    const quota = await findQuota(tx, project)
    const spent = quota ? await countUnaccounted(tx, project, quota.seenAt) : 0
    const planned = await listPlanned(tx, project)
    // Somebody may have paused or cancelled its refresh since the caller looked.
    if (!planned.some(({ id }) => id === batch.id)) return 'taken'
    if (quota && allowance(quota, spent, now) === 0) return waitForQuota(tx, planned, quota, now)
    const isOurs = await changeBatch(
      tx,
      batch.id,
      ['planned'],
      {
        state: 'sending',
        wait: null,
        notBefore: null,
        reason: null,
        leaseOwner: sender,
        leaseUntil: new Date(now.getTime() + leaseMs(work.rules)),
        fence: { increment: 1 },
      },
      batch.fence,
    )
    if (!isOurs) return 'taken'
    const freed = planned.filter(
      ({ wait, notBefore, id }) => wait === 'quota' && (notBefore ?? now) <= now && id !== batch.id,
    )
    await changeBatches(
      tx,
      freed.map(({ id }) => id),
      { wait: null, notBefore: null },
    )
    await recountRefreshes(tx, [batch.refreshId, ...freed.map(({ refreshId }) => refreshId)], now)
    return null
  })
}

type Tx = Parameters<typeof lockProject>[0]

async function waitForQuota(tx: Tx, planned: BatchWork[], quota: KnownQuota, now: Date): Promise<Leased> {
  const { resetsAt } = quota
  const waiting = orderForSending(planned, now)
  const fresh = waiting.filter(({ wait }) => wait !== 'quota')
  await changeBatches(
    tx,
    waiting.map(({ id }) => id),
    { wait: 'quota', notBefore: resetsAt },
  )
  for (const refreshId of new Set(fresh.map((batch) => batch.refreshId))) {
    const batches = fresh.filter((batch) => batch.refreshId === refreshId).length
    const data = { batches, until: resetsAt.toISOString() }
    await addActivity(tx, { refreshId, kind: 'waiting_quota', data, now })
  }
  await recountRefreshes(
    tx,
    waiting.map(({ refreshId }) => refreshId),
    now,
  )
  return { kind: 'idle', nextAt: resetsAt }
}

function earliest(planned: BatchWork[]): Date | null {
  const times = planned.flatMap(({ notBefore, wait }) =>
    notBefore && wait !== 'authority' ? [notBefore.getTime()] : [],
  )
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
