import 'server-only'
import { deleteSpentContents } from '../../db/batches/batch-content.ts'
import type { BatchWork } from '../../db/batches/batch-work.ts'
import {
  listSearchable,
  listSendable,
  listWaitingForAuthority,
  listWatchable,
} from '../../db/batches/due-batches.ts'
import { transact } from '../../db/connection/transact.ts'
import type { Project } from '../../db/networks/quota-keys.ts'
import { listUnfinished } from '../../db/refreshes/current-refreshes.ts'
import { recountRefresh } from '../../db/refreshes/recount-refresh.ts'
import { listSignatureOwners } from '../../db/signatures/signature-owners.ts'
import { deriveState } from '../../domain/refreshes/derive-state.ts'
import { expireSignatures } from '../../signatures/signatures.ts'
import { endIdleSignature } from '../authority/end-idle-signature.ts'
import { resumeWaiting } from '../authority/resume-waiting.ts'
import type { WorkContext } from '../context.ts'
import { recoverSending } from './send/recover-sending.ts'

type Question = { batchId: string; at: Date }

export type DueWork = {
  sends: { project: Project; at: Date }[]
  /** Of sent batches. */
  polls: Question[]
  /** For lost ones. */
  searches: Question[]
}

/**
 * Everything the rows say is due within `aheadMs`, whatever became of the jobs that should have reminded of it. Also
 * does what time alone brings: signatures and senders that ran out, refreshes that stalled.
 */
export async function findDueWork(work: WorkContext, { aheadMs }: { aheadMs: number }): Promise<DueWork> {
  await recoverSending(work, { all: false })
  await expireSignatures(work)
  await deleteSpentContents(work.db)
  await resumeAuthorized(work)
  for (const owner of await listSignatureOwners(work.db)) {
    if (isSwitchedOn(work, owner.network)) await endIdleSignature(work, owner)
  }
  await markStalled(work)
  const now = work.now()
  const until = new Date(now.getTime() + aheadMs)
  // What lies beyond was put off by a clock that has been set back: it is due now.
  const dueAt = (time: Date | null) => (time && time <= until ? time : now)
  const sends = new Map<string, DueWork['sends'][number]>()
  for (const { project, notBefore } of await listSendable(work.db, until)) {
    const key = `${project.network} ${project.key}`
    const at = dueAt(notBefore)
    const known = sends.get(key)
    if (isSwitchedOn(work, project.network) && (!known || at < known.at)) sends.set(key, { project, at })
  }
  const toQuestions = (batches: BatchWork[], timeOf: (batch: BatchWork) => Date | null): Question[] =>
    batches
      .filter(({ network }) => isSwitchedOn(work, network))
      .map((batch) => ({ batchId: batch.id, at: dueAt(timeOf(batch)) }))
  return {
    sends: [...sends.values()],
    polls: toQuestions(await listWatchable(work.db, until), ({ nextPollAt }) => nextPollAt),
    searches: toQuestions(await listSearchable(work.db, until), ({ search }) => search?.nextSearchAt ?? null),
  }
}

/** History of a network that is no longer switched on stays as it is. */
const isSwitchedOn = (work: WorkContext, slug: string): boolean => work.networks.find(slug) !== null

async function resumeAuthorized(work: WorkContext): Promise<void> {
  const holders = new Map<string, BatchWork>()
  for (const batch of await listWaitingForAuthority(work.db)) {
    const { network, ownerAddress, project } = batch
    if (isSwitchedOn(work, network)) holders.set(`${network} ${project.key} ${ownerAddress}`, batch)
  }
  for (const holder of holders.values()) await resumeWaiting(work, holder)
}

/** Time alone makes a refresh stall, so nobody else would notice. */
async function markStalled(work: WorkContext): Promise<void> {
  const now = work.now()
  for (const { id, state, facts, batches } of await listUnfinished(work.db)) {
    if (deriveState(batches, facts, now) !== state)
      await transact(work.db, (tx) => recountRefresh(tx, id, now))
  }
}
