import 'server-only'
import { listUnleased } from '../../../db/batches/batch-work.ts'
import { moveBatches } from '../../../db/batches/move-batch.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject, type Project } from '../../../db/networks/quota-keys.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { orderForSending } from '../../../domain/batches/order-for-sending.ts'
import { waiting } from '../../../domain/batches/transition.ts'
import type { WorkContext } from '../../context.ts'

/** Lets what a project could send now wait until its network is tried again. */
export async function waitForNetwork(work: WorkContext, project: Project, until: Date): Promise<void> {
  const now = work.now()
  await transact(work.db, async (tx) => {
    await lockProject(tx, project)
    const ready = orderForSending(await listUnleased(tx, project), now)
    await moveBatches(
      tx,
      ready.map(({ id }) => id),
      waiting({ wait: 'backoff', notBefore: until }),
    )
    await recountRefreshes(
      tx,
      ready.map(({ refreshId }) => refreshId),
      now,
    )
  })
}
