import 'server-only'
import type { PgBoss } from 'pg-boss'
import {
  enqueueExpand,
  enqueueImport,
  enqueueIndex,
  enqueueReconcile,
  enqueueSend,
  enqueueWatch,
} from '../queue/enqueue.ts'
import { work } from '../queue/workers.ts'
import { syncIndex } from '../services/assets/sync-index.ts'
import { workContext } from '../services/context.ts'
import { expandRefresh } from '../services/engine/expand/expand-refresh.ts'
import { reconcileBatch } from '../services/engine/reconcile/reconcile-batch.ts'
import { sendNext } from '../services/engine/send/send-next.ts'
import { watchWhenDue } from '../services/engine/watch/watch-when-due.ts'
import { importRefreshes } from '../services/imports/import-refreshes.ts'
import { runJob } from './run-job.ts'

/** Which verb does which job, and how many of them at once in this process. */
export async function workQueues(boss: PgBoss, signal: AbortSignal): Promise<void> {
  await work(boss, 'send', 3, (data) =>
    runJob(
      'send',
      data,
      () => sendNext(workContext(), data, { signal }),
      (at) => enqueueSend(data, at),
    ),
  )
  await work(boss, 'watch', 4, (data) =>
    runJob(
      'watch',
      data,
      () => watchWhenDue(workContext(), data.batchId),
      (at) => enqueueWatch(data.batchId, at),
    ),
  )
  await work(boss, 'reconcile', 2, (data) =>
    runJob(
      'reconcile',
      data,
      () => reconcileBatch(workContext(), data.batchId),
      (at) => enqueueReconcile(data.batchId, at),
    ),
  )
  await work(boss, 'index', 2, (data) =>
    runJob(
      'index',
      data,
      () => syncIndex(workContext(), data.collectionId, { signal }),
      (at) => enqueueIndex(data.collectionId, at),
    ),
  )
  await work(boss, 'import', 1, (data) =>
    runJob(
      'import',
      data,
      () => importRefreshes(workContext(), data.collectionId, { signal }),
      (at) => enqueueImport(data.collectionId, at),
    ),
  )
  await work(boss, 'expand', 2, (data) =>
    runJob(
      'expand',
      data,
      () => expandRefresh(workContext(), data.refreshId, { signal }),
      (at) => enqueueExpand(data.refreshId, at),
    ),
  )
}
