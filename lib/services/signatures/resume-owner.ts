import 'server-only'
import { listLive } from '../../db/batches/batch-work.ts'
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

/** Whatever waits for an owner's signature goes on, as far as there is one now that serves. `memberId` is who just signed. */
export async function resumeOwner(
  work: WorkContext,
  owner: { network: string; ownerAddress: Address },
  memberId: string | null = null,
): Promise<void> {
  const now = work.now()
  const canWatch = (await findUsableSignature(work, owner, 'watch')) !== null
  const canSend = canWatch && (await findUsableSignature(work, owner, 'send')) !== null
  const waiting = (await listLive(work.db, owner)).filter(
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
