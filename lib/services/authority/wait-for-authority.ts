import 'server-only'
import type { BatchWork } from '../../db/batches/batch-work.ts'
import { moveBatches } from '../../db/batches/move-batch.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProjects } from '../../db/networks/quota-keys.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../db/refreshes/recount-refresh.ts'
import { isUnsent } from '../../domain/batches/state.ts'
import { withoutAuthority } from '../../domain/batches/transition.ts'
import type { WorkContext } from '../context.ts'
import { authorityOf, findPermit } from './authorities.ts'
import { resumeWaiting } from './resume-waiting.ts'

/**
 * Lets what no credential serves any more wait for a new one: everything that depends on the same, or only what is to be
 * sent while an owner's signature that came with a script's request still watches. `httpStatus` is the refusal that
 * caused it, if there was one.
 */
export async function waitForAuthority(
  work: WorkContext,
  batch: BatchWork,
  httpStatus: number | null,
): Promise<void> {
  const live = await authorityOf(work, batch).listDependants(work.db, batch)
  const canWatch = await findPermit(work, batch, 'watch')
  const batches = live.filter(({ state }) => isUnsent(state) || (state !== 'sending' && !canWatch))
  const now = work.now()
  const fresh = batches.filter(({ wait }) => wait !== 'authority')
  if (fresh.length === 0) return
  await transact(work.db, async (tx) => {
    await lockProjects(
      tx,
      fresh.map(({ project }) => project),
    )
    const ids = fresh.map(({ id }) => id)
    for (const transition of withoutAuthority) await moveBatches(tx, ids, transition)
    for (const refreshId of new Set(fresh.map((batch) => batch.refreshId))) {
      const data = { batches: fresh.filter((batch) => batch.refreshId === refreshId).length, httpStatus }
      await addActivity(tx, { refreshId, kind: 'waiting_authority', data, now })
    }
    await recountRefreshes(
      tx,
      fresh.map(({ refreshId }) => refreshId),
      now,
    )
  })
  // One may have been given between the caller's search for it and this.
  await resumeWaiting(work, batch)
}
