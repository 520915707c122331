import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'

type AskPerson = { batch: BatchWork; candidates: number; now: Date }

/** Says in the history that a person must decide about a lost batch, once. Call in the transaction that asks. */
export async function askPerson(tx: Db, { batch, candidates, now }: AskPerson): Promise<void> {
  if (batch.search?.needsPerson) return
  const data = { batch: batch.position, tokens: batch.tokenCount, candidates }
  await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_needs_person', data, now })
}
