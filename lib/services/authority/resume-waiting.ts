import 'server-only'
import { type BatchWork, listLive } from '../../db/batches/batch-work.ts'
import { moveBatches } from '../../db/batches/move-batch.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProjects } from '../../db/networks/quota-keys.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../db/refreshes/recount-refresh.ts'
import { isUnsent } from '../../domain/batches/state.ts'
import { withAuthority } from '../../domain/batches/transition.ts'
import type { Address } from '../../domain/networks/address.ts'
import { enqueueReconcile, enqueueSend, enqueueWatch } from '../../queue/enqueue.ts'
import { findUsableSignature } from '../../signatures/signatures.ts'
import type { WorkContext } from '../context.ts'
import { authorityOf, findPermit } from './authorities.ts'
import type { Holder } from './authority.ts'

/** Whatever waits for this holder's authority goes on, as far as there is one now that serves. */
export async function resumeWaiting(work: WorkContext, holder: Holder): Promise<void> {
  const allowed = await findAllowed((purpose) => findPermit(work, holder, purpose))
  const live = await authorityOf(work, holder).listDependants(work.db, holder)
  await resume(work, live, allowed, null)
}

/** Whatever waits for an owner's signature goes on. `memberId` is who just signed. */
export async function resumeOwner(
  work: WorkContext,
  owner: { network: string; ownerAddress: Address },
  memberId: string | null = null,
): Promise<void> {
  const allowed = await findAllowed((purpose) => findUsableSignature(work, owner, purpose))
  await resume(work, await listLive(work.db, owner), allowed, memberId)
}

type Allowed = { canWatch: boolean; canSend: boolean }

/** Whatever sends also watches. */
async function findAllowed(find: (purpose: 'watch' | 'send') => Promise<object | null>): Promise<Allowed> {
  const canWatch = (await find('watch')) !== null
  return { canWatch, canSend: canWatch && (await find('send')) !== null }
}

async function resume(
  work: WorkContext,
  live: BatchWork[],
  { canWatch, canSend }: Allowed,
  memberId: string | null,
): Promise<void> {
  const now = work.now()
  const waiting = live.filter(
    ({ wait, state }) => wait === 'authority' && (isUnsent(state) ? canSend : canWatch),
  )
  if (waiting.length === 0) return
  await transact(work.db, async (tx) => {
    await lockProjects(
      tx,
      waiting.map(({ project }) => project),
    )
    const ids = waiting.map(({ id }) => id)
    for (const transition of withAuthority(now)) await moveBatches(tx, ids, transition)
    for (const refreshId of new Set(waiting.map((batch) => batch.refreshId))) {
      await addActivity(tx, { refreshId, kind: 'resumed', memberId, data: {}, now })
    }
    await recountRefreshes(
      tx,
      waiting.map(({ refreshId }) => refreshId),
      now,
    )
  })
  for (const { id, state, project } of waiting) {
    if (state === 'lost') await enqueueReconcile(id)
    else await (state === 'sent' ? enqueueWatch(id) : enqueueSend(project))
  }
}
