import 'server-only'
import { saveContent } from '../../../db/batches/batch-content.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefresh } from '../../../db/refreshes/recount-refresh.ts'
import { saveFailures } from '../../../db/tokens/failures.ts'
import { markTokens } from '../../../db/tokens/mark-tokens.ts'
import { type Part, splitBatch } from '../../../db/tokens/split-batch.ts'
import { stillPreparing, toReady, toUnsendable } from '../../../domain/batches/transition.ts'
import type { Packed } from '../../../networks/provider/preparation.ts'
import type { TokenFailure } from '../../../networks/provider/token-failure.ts'
import type { WorkContext } from '../../context.ts'
import { leaseEnd } from '../send/send-deadlines.ts'
import { holdRefresh } from '../watch/hold-refresh.ts'
import { toNewFailure } from '../watch/to-new-failure.ts'

type Result = { packed: Packed[]; failures: TokenFailure[] }

/** Keeps what was prepared, each request as a batch of its own; tokens that cannot be sent get one that is over. */
export async function recordPrepared(
  work: WorkContext,
  batch: BatchWork,
  { packed, failures }: Result,
): Promise<void> {
  const now = work.now()
  const broken = failures.map(({ tokenId }) => tokenId)
  const groups = [...packed.map(({ tokenIds }) => tokenIds), ...(broken.length > 0 ? [broken] : [])]
  if (groups.flat().length !== batch.tokenCount) throw new Error('Tokens were lost while they were prepared')
  await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    if (!(await moveBatch(tx, batch, stillPreparing(leaseEnd(work.rules, now))))) return
    const parts = await splitBatch(tx, batch, groups)
    for (const [at, part] of parts.entries()) {
      const request = packed[at]
      if (request) {
        await saveContent(tx, part.id, request.content, now)
        await moveBatch(tx, part, toReady(request.tokenIds.length))
      } else await failUnsendable(tx, batch, part, { failures, now })
    }
    const unsendable = parts[packed.length]
    if (unsendable) await holdRefresh(tx, work, { ...batch, position: unsendable.position }, failures.length)
    await recountRefresh(tx, batch.refreshId, now)
  })
}

async function failUnsendable(
  tx: Db,
  { refreshId }: BatchWork,
  part: Part,
  { failures, now }: { failures: TokenFailure[]; now: Date },
): Promise<void> {
  const rows = failures.map((failure) => toNewFailure(failure, now))
  await saveFailures(tx, { refreshId, batchId: part.id }, rows, failures.length)
  await moveBatch(tx, part, toUnsendable(failures.length, now))
  await markTokens(tx, part.id, 'failed', now)
  const data = { batch: part.position, succeeded: 0, failed: failures.length, unknown: 0 }
  await addActivity(tx, { refreshId, kind: 'batch_finished', data, now })
}
