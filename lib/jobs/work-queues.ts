import 'server-only'
import type { PgBoss } from 'pg-boss'
import {
  enqueueCollect,
  enqueueImport,
  enqueueIndex,
  enqueueReconcile,
  enqueueSend,
  enqueueWatch,
} from '../queue/enqueue.ts'
import { work } from '../queue/workers.ts'
import { collectRefresh } from '../services/collect-refresh.ts'
import { workContext } from '../services/context.ts'
import { importRefreshes } from '../services/import-refreshes.ts'
import { reconcileBatch } from '../services/reconcile-batch.ts'
import { sendNext } from '../services/send-next.ts'
import { walkIndex } from '../services/walk-index.ts'
import { watchBatch } from '../services/watch-batch.ts'
import { handleSweep } from './handle-sweep.ts'
import { takeStep } from './take-step.ts'

/** Which verb does which job, and how many of them at once in this process. */
export async function workQueues(boss: PgBoss, signal: AbortSignal): Promise<void> {
  await work(boss, 'send', 3, (project) =>
    takeStep(
      'send',
      () => sendNext(workContext(), project, { signal }),
      (at) => enqueueSend(project, at),
    ),
  )
  await work(boss, 'watch', 4, ({ batchId }) =>
    takeStep(
      'watch',
      () => watchBatch(workContext(), batchId),
      (at) => enqueueWatch(batchId, at),
    ),
  )
  await work(boss, 'reconcile', 2, ({ batchId }) =>
    takeStep(
      'reconcile',
      () => reconcileBatch(workContext(), batchId),
      (at) => enqueueReconcile(batchId, at),
    ),
  )
  await work(boss, 'index', 2, ({ collectionId }) =>
    takeStep(
      'index',
      () => walkIndex(workContext(), collectionId, { signal }),
      (at) => enqueueIndex(collectionId, at),
    ),
  )
  await work(boss, 'import', 1, ({ collectionId }) =>
    takeStep(
      'import',
      () => importRefreshes(workContext(), collectionId, { signal }),
      (at) => enqueueImport(collectionId, at),
    ),
  )
  await work(boss, 'collect', 2, ({ refreshId }) =>
    takeStep(
      'collect',
      () => collectRefresh(workContext(), refreshId, { signal }),
      (at) => enqueueCollect(refreshId, at),
    ),
  )
  await work(boss, 'sweep', 1, handleSweep)
}
