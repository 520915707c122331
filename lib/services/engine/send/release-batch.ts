import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { recountRefresh } from '../../../db/refreshes/recount-refresh.ts'
import { noWait, type Wait } from '../../../domain/batches/wait.ts'
import type { WorkContext } from '../../context.ts'
import { returnToPlanned } from './return-to-planned.ts'

type Release = { from: 'preparing' | 'sending'; wait?: Wait }

/** Puts a batch back that was taken in hand and of which nothing was written. */
export async function releaseBatch(
  work: WorkContext,
  batch: BatchWork,
  { from, wait = noWait }: Release,
): Promise<void> {
  await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    if (await returnToPlanned(tx, { batch, from: [from], wait })) {
      await recountRefresh(tx, batch.refreshId, work.now())
    }
  })
}
