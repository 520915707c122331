import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { saveQuota } from '../../../db/networks/quotas.ts'
import type { Outcome } from '../../../domain/batches/outcome.ts'
import type { UpstreamQuota } from '../../../networks/http/upstream-error.ts'

type RefusedQuota = { quota: UpstreamQuota; outcome: Outcome; now: Date }

/** Keeps what a refusal says of the quota. Call inside a transaction. */
export async function saveRefusedQuota(
  tx: Db,
  { project }: BatchWork,
  { quota, outcome, now }: RefusedQuota,
): Promise<void> {
  const { limit, remaining, resetsAt } = quota
  // A refusal binds the whole project, also where our clock takes its reset for past.
  const isOver = outcome.to === 'planned' && outcome.wait === 'quota'
  const over = isOver && { remaining: 0, resetsAt: outcome.notBefore }
  await saveQuota(tx, project, { limit, remaining, resetsAt: new Date(resetsAt), seenAt: now, ...over })
}
