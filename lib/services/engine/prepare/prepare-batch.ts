import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { findCollection } from '../../../db/collections/collections.ts'
import { listBatchTokenIds } from '../../../db/tokens/tokens.ts'
import { putOffMs } from '../../../domain/batches/put-off.ts'
import { stillPreparing } from '../../../domain/batches/transition.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Preparation, Prepared } from '../../../networks/provider/preparation.ts'
import type { TokenFailure } from '../../../networks/provider/token-failure.ts'
import type { WorkContext } from '../../context.ts'
import { releaseBatch } from '../send/release-batch.ts'
import { leaseEnd, leaseMs } from '../send/send-deadlines.ts'
import { recordPrepared } from './record-prepared.ts'

type WithContent = Extract<Preparation, { kind: 'content' }>
type Read = { prepared: Prepared[]; failures: TokenFailure[] }

/** Reads and checks what a leased batch will send, and cuts it into requests. Nothing reaches the network. */
export async function prepareBatch(
  work: WorkContext,
  batch: BatchWork,
  preparation: WithContent,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    const read = await readContent(work, batch, preparation, signal)
    if (read) await recordPrepared(work, batch, { packed: preparation.pack(read.prepared), ...read })
  } catch (error) {
    await putBack(work, batch, error instanceof UpstreamError ? error : null)
    if (!(error instanceof UpstreamError)) throw error
  }
}

/** Null when the batch is in other hands by now, or was cancelled. */
async function readContent(
  work: WorkContext,
  batch: BatchWork,
  preparation: WithContent,
  signal: AbortSignal | undefined,
): Promise<Read | null> {
  const { network, collection: address } = batch
  const stored = await findCollection(work.db, { network, address })
  const tokenIds = await listBatchTokenIds(work.db, batch.id)
  const metadataApiUrl = stored?.collection.metadataApiUrl ?? null
  const read: Read = { prepared: [], failures: [] }
  const renewEveryMs = leaseMs(work.rules) / 3
  let renewedMs = performance.now()
  for await (const one of preparation.prepare({ collection: address, metadataApiUrl, tokenIds, signal })) {
    if ('content' in one) read.prepared.push(one)
    else read.failures.push(one)
    if (performance.now() - renewedMs < renewEveryMs) continue
    if (!(await moveBatch(work.db, batch, stillPreparing(leaseEnd(work.rules, work.now()))))) return null
    renewedMs = performance.now()
  }
  return read
}

/** A studio's API that cannot be read holds its refresh up, and fails no token. */
function putBack(work: WorkContext, batch: BatchWork, error: UpstreamError | null): Promise<void> {
  const waitMs = putOffMs(batch.fence, error?.retryAfterSeconds ?? null)
  const wait = { wait: 'backoff', notBefore: new Date(work.now().getTime() + waitMs) } as const
  return releaseBatch(work, batch, { from: 'preparing', wait })
}
