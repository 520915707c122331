import 'server-only'
import {
  LONGEST_BACKOFF_MS,
  LONGEST_QUOTA_WAIT_MS,
  skippedWaits,
} from '../../domain/batches/order-for-sending.ts'
import { liveBatchStates, unleasedStates } from '../../domain/batches/state.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'
import { type BatchWork, findWork, going } from './batch-work.ts'

export const listWaitingForAuthority = (db: Db): Promise<BatchWork[]> =>
  findWork(db, { wait: 'authority', state: { in: liveBatchStates } })

/** Longer than any poll, search or sending is ever put off: a time beyond was set by a clock that has since been set back. */
export const LONGEST_PAUSE_MS = 6 * 60_000

const beyond = (now: Date, ms: number) => ({ gt: new Date(now.getTime() + ms) })

const hasAuthority = {
  OR: [{ wait: null }, { wait: { not: 'authority' } }],
} satisfies Prisma.BatchWhereInput

/** Unsent batches whose time has come. */
export const listSendable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, {
    state: { in: unleasedStates },
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

/** Sent batches that are due for a poll. */
export const listWatchable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, {
    state: 'sent',
    AND: [
      hasAuthority,
      {
        OR: [
          { nextPollAt: null },
          { nextPollAt: { lte: now } },
          { nextPollAt: beyond(now, LONGEST_PAUSE_MS) },
        ],
      },
    ],
  })

/** Lost batches that are due for a search in the network's list. */
export const listSearchable = (db: Db, now: Date): Promise<BatchWork[]> =>
  findWork(db, {
    state: 'lost',
    AND: [hasAuthority],
    search: {
      OR: [
        { nextSearchAt: null },
        { nextSearchAt: { lte: now } },
        { nextSearchAt: beyond(now, LONGEST_PAUSE_MS) },
      ],
    },
  })
