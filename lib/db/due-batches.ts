import 'server-only'
import type { BatchState } from '../refresh/state.ts'
import { type BatchWork, findWork, going, liveStates } from './batch-work.ts'
import { upstreamStates } from './batches.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

export const listWaitingForSignature = (db: Db): Promise<BatchWork[]> =>
  findWork(db, { wait: 'signature', state: { in: liveStates } })

/** Planned batches whose time has come. */
export const listSendable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, {
    state: 'planned',
    refresh: going,
    AND: [
      { OR: [{ wait: null }, { wait: { notIn: ['signature', 'turn'] } }] },
      { OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
    ],
  })

/** Accepted batches that are due for a look. */
export const listWatchable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, dueForLook(upstreamStates, now))

/** Unknown batches that are due for a look at the network's list. */
export const listSearchable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, dueForLook(['unknown'], now))

function dueForLook(states: BatchState[], now: Date): Prisma.BatchWhereInput {
  return {
    state: { in: states },
    AND: [
      { OR: [{ wait: null }, { wait: { not: 'signature' } }] },
      { OR: [{ nextLookAt: null }, { nextLookAt: { lte: now } }] },
    ],
  }
}
