import 'server-only'
import { countAttempts } from '../../../db/batches/attempts.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { putOffMs } from '../../../domain/batches/put-off.ts'
import type { LostAnswer } from '../../../networks/provider/refresher.ts'
import type { WorkContext } from '../../context.ts'
import { markOutcomeUnknown, type OutcomeUnknown } from '../reconcile/mark-outcome-unknown.ts'
import { returnToPlanned } from './return-to-planned.ts'

/** The refreshes to recount, and when to search for the request, if it is searched for. */
type Recorded = { refreshIds: string[]; searchAt: Date | null }
type RecordLost = (tx: Db, work: WorkContext, lost: OutcomeUnknown) => Promise<Recorded | null>

const byMeaning: Record<LostAnswer['kind'], RecordLost> = {
  search: markOutcomeUnknown,
  repeat: async (tx, work, { batch, reason, httpStatus }) => {
    const now = work.now()
    const notBefore = new Date(now.getTime() + putOffMs(await countAttempts(tx, batch.id), null))
    const wait = { wait: 'backoff', notBefore } as const
    if (!(await returnToPlanned(tx, { batch, from: ['sending'], wait }))) return null
    const { refreshId, position, tokenCount: tokens } = batch
    const data = { batch: position, tokens, reason, httpStatus, until: notBefore.toISOString() }
    await addActivity(tx, { refreshId, kind: 'backoff', data, now })
    return { refreshIds: [refreshId], searchAt: null }
  },
}

/** Writes down that the answer to a request was lost, in the caller's transaction; null when somebody knew more. */
export const recordLost: RecordLost = (tx, work, lost) => {
  const { kind } = work.networks.get(lost.batch.network).provider.refresher.lost
  return byMeaning[kind](tx, work, lost)
}
