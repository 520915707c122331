import 'server-only'
import { countUnaccounted } from '../../../db/batches/attempts.ts'
import { hasContentSince } from '../../../db/batches/batch-content.ts'
import { type BatchWork, countSending, listUnleased } from '../../../db/batches/batch-work.ts'
import { isHeldByLost } from '../../../db/batches/lost-batches.ts'
import { moveBatch, moveBatches } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject, type Project } from '../../../db/networks/quota-keys.ts'
import { findQuota } from '../../../db/networks/quotas.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { decideLease, type LeaseFacts } from '../../../domain/batches/decide-lease.ts'
import { orderForSending } from '../../../domain/batches/order-for-sending.ts'
import { toPreparing, toSending, waiting } from '../../../domain/batches/transition.ts'
import { noWait } from '../../../domain/batches/wait.ts'
import { findPermit } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { holdCollection } from '../reconcile/mark-outcome-unknown.ts'
import { leaseEnd } from './send-deadlines.ts'
import { waitForQuota } from './wait-for-quota.ts'

export type Leased =
  | { kind: 'leased'; to: 'prepare' | 'send'; batch: BatchWork; permit: Permit }
  /** Nothing can go out now; `nextAt` is when to ask again, null when something else must happen first. */
  | { kind: 'idle'; nextAt: Date | null }

/** Whoever of this process has a batch in hand. */
export const sender = crypto.randomUUID()

/** Takes the next batch of a project in hand, as far as authority, quota, lost answers and the one-at-a-time rule allow. */
export async function leaseBatch(work: WorkContext, project: Project): Promise<Leased> {
  for (;;) {
    const planned = await listUnleased(work.db, project)
    const [next] = orderForSending(planned, work.now())
    if (!next) return { kind: 'idle', nextAt: earliest(planned) }
    const permit = await findPermit(work, next)
    if (!permit) {
      await waitForAuthority(work, next, null)
      continue
    }
    const lease = await tryLease(work, project, next)
    if (lease === 'taken') continue
    if (typeof lease === 'object') return lease
    return { kind: 'leased', to: lease, batch: { ...next, fence: next.fence + 1 }, permit }
  }
}

/** What is to be done with the batch when it is ours. */
function tryLease(
  work: WorkContext,
  project: Project,
  batch: BatchWork,
): Promise<Leased | 'taken' | 'prepare' | 'send'> {
  const now = work.now()
  return transact(work.db, async (tx) => {
    await lockProject(tx, project)
    const decision = decideLease(batch.id, await readFacts(tx, project, batch), now)
    switch (decision.to) {
      case 'leave':
        return 'taken'
      case 'ask_again':
        return { kind: 'idle', nextAt: decision.at }
      case 'hold':
        await recountRefreshes(tx, await holdCollection(tx, batch.collectionId), now)
        return 'taken'
      case 'wait_for_quota':
        await waitForQuota(tx, decision, now)
        return { kind: 'idle', nextAt: decision.until }
      case 'lease': {
        const lease = { leaseOwner: sender, leaseUntil: leaseEnd(work.rules, now) }
        const to = (await mustPrepare(tx, work, batch)) ? 'prepare' : 'send'
        const transition = to === 'prepare' ? toPreparing(lease) : toSending(lease)
        if (!(await moveBatch(tx, batch, transition))) return 'taken'
        const { released } = decision
        const ids = released.map(({ id }) => id)
        await moveBatches(tx, ids, waiting(noWait))
        const refreshIds = released.map(({ refreshId }) => refreshId)
        await recountRefreshes(tx, [batch.refreshId, ...refreshIds], now)
        return to
      }
    }
  })
}

/** Whether what it sends was not read yet, or too long ago. */
async function mustPrepare(tx: Db, { networks, now }: WorkContext, { id, network }: BatchWork) {
  const { preparation } = networks.get(network).provider.refresher
  if (preparation.kind === 'none') return false
  return !(await hasContentSince(tx, id, new Date(now().getTime() - preparation.maxAgeMs)))
}

async function readFacts(tx: Db, project: Project, batch: BatchWork): Promise<LeaseFacts<BatchWork>> {
  const quota = await findQuota(tx, project)
  return {
    sending: await countSending(tx, project),
    isHeldBack: await isHeldByLost(tx, batch),
    planned: await listUnleased(tx, project),
    quota,
    spent: quota ? await countUnaccounted(tx, project, quota.seenAt) : 0,
  }
}

function earliest(planned: BatchWork[]): Date | null {
  const times = planned.flatMap(({ notBefore, wait }) =>
    notBefore && wait !== 'authority' ? [notBefore.getTime()] : [],
  )
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
