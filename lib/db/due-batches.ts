import 'server-only'
import { LONGEST_BACKOFF_MS, LONGEST_QUOTA_WAIT_MS, skippedWaits } from '../refresh/order-for-sending.ts'
import { type BatchState, upstreamStates } from '../refresh/state.ts'
import { type BatchWork, findWork, going, liveStates } from './batch-work.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

export const listWaitingForSignature = (db: Db): Promise<BatchWork[]> =>
  findWork(db, { wait: 'signature', state: { in: liveStates } })

/** Longer than any look or sending is ever put off: a time beyond was set by a clock that has since been set back. */
const LONGEST_LOOK_MS = 6 * 60_000

const beyond = (now: Date, ms: number) => ({ gt: new Date(now.getTime() + ms) })

/** Planned batches whose time has come. */
export const listSendable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, {
    state: 'planned',
    refresh: going,
    AND: [
      { OR: [{ wait: null }, { wait: { notIn: skippedWaits } }] },
      {
        OR: [
          { notBefore: null },
          { notBefore: { lte: now } },
          { notBefore: beyond(now, LONGEST_QUOTA_WAIT_MS) },
          { wait: 'backoff', notBefore: beyond(now, LONGEST_BACKOFF_MS) },
        ],
      },
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
      {
        OR: [
          { nextLookAt: null },
          { nextLookAt: { lte: now } },
          { nextLookAt: beyond(now, LONGEST_LOOK_MS) },
        ],
      },
    ],
  }
}
