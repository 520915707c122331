import 'server-only'
import { type Batch, Candidate } from '../refresh/batch.ts'
import { countProgress } from '../refresh/derive-state.ts'
import { type BatchState, upstreamStates, type WaitReason } from '../refresh/state.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Candidates = Candidate.array()

type BatchRow = Awaited<ReturnType<Db['batch']['findFirstOrThrow']>>

export function toBatch(row: BatchRow): Batch {
  const state = row.state as BatchState
  return {
    id: row.id,
    position: row.position,
    state,
    wait: row.wait as WaitReason | null,
    notBefore: row.notBefore?.toISOString() ?? null,
    upstreamId: row.upstreamId,
    progress: countProgress([{ ...row, state }]),
    sentAt: row.sentAt?.toISOString() ?? null,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    reason: row.reason,
    search: state === 'unknown' ? toSearch(row) : null,
    resends: row.resendCount,
  }
}

function toSearch(row: BatchRow): Batch['search'] {
  return {
    looks: row.lookCount,
    lastLookAt: row.lastLookAt?.toISOString() ?? null,
    nextLookAt: row.nextLookAt?.toISOString() ?? null,
    decideAt: row.decideAt?.toISOString() ?? null,
    candidates: Candidates.catch([]).parse(row.candidates),
    needsPerson: row.needsPerson,
  }
}

/** Which of these upstream ids batches of this desk have already. */
export async function listClaimed(db: Db, network: string, upstreamIds: string[]): Promise<Set<string>> {
  const rows = await db.batch.findMany({
    where: { upstreamId: { in: upstreamIds }, refresh: { collection: { network } } },
    select: { upstreamId: true },
  })
  return new Set(rows.flatMap(({ upstreamId }) => upstreamId ?? []))
}

export async function listBatches(db: Db, refreshId: string): Promise<Batch[]> {
  const rows = await db.batch.findMany({ where: { refreshId }, orderBy: { position: 'asc' } })
  return rows.map(toBatch)
}

/** The only batch of a refresh whose tokens are not known one by one. */
export async function createBatch(tx: Db, refreshId: string): Promise<void> {
  await tx.batch.create({ data: { refreshId, position: 1, tokenCount: 0 } })
}

export type BatchChange = Prisma.BatchUncheckedUpdateManyInput

/** Changes a batch only as long as it is in one of `from`; false when somebody was faster. */
export async function changeBatch(
  db: Db,
  id: string,
  from: readonly BatchState[],
  change: BatchChange,
  fence?: number,
): Promise<boolean> {
  const { count } = await db.batch.updateMany({
    where: { id, state: { in: [...from] }, ...(fence !== undefined && { fence }) },
    data: change,
  })
  return count === 1
}

export const changeWatched = (db: Db, id: string, change: BatchChange): Promise<boolean> =>
  changeBatch(db, id, upstreamStates, change)

const waitingStates: BatchState[] = ['planned', 'unknown', ...upstreamStates]

/** Changes those that can wait for something: others have been taken in hand, or are over, since the caller looked. */
export async function changeBatches(db: Db, ids: string[], change: BatchChange): Promise<void> {
  await db.batch.updateMany({ where: { id: { in: ids }, state: { in: waitingStates } }, data: change })
}
