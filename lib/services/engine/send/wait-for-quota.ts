import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatches } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { waiting } from '../../../domain/batches/transition.ts'

type QuotaWait = { until: Date; batches: BatchWork[] }

/** Lets what a project could send now wait for the quota, and says so in the history of each refresh. Call inside a transaction. */
export async function waitForQuota(tx: Db, { until, batches }: QuotaWait, now: Date): Promise<void> {
  const ids = batches.map(({ id }) => id)
  await moveBatches(tx, ids, waiting({ wait: 'quota', notBefore: until }))
  const fresh = batches.filter(({ wait }) => wait !== 'quota')
  for (const refreshId of new Set(fresh.map((batch) => batch.refreshId))) {
    const count = fresh.filter((batch) => batch.refreshId === refreshId).length
    const data = { batches: count, until: until.toISOString() }
    await addActivity(tx, { refreshId, kind: 'waiting_quota', data, now })
  }
  const refreshIds = batches.map(({ refreshId }) => refreshId)
  await recountRefreshes(tx, refreshIds, now)
}
