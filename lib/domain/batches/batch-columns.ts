import type { BatchState, WaitReason } from './state.ts'

/** What a batch has in some states only. Its size, its fence and how often it was sent again outlive them all. */
export type BatchColumns = {
  wait: WaitReason | null
  notBefore: Date | null
  leaseOwner: string | null
  leaseUntil: Date | null
  sentAt: Date | null
  reason: string | null
  reference: string | null
  acceptedAt: Date | null
  stage: string | null
  startedAt: Date | null
  succeeded: number
  failed: number
  nextPollAt: Date | null
  lastPollAt: Date | null
  unreadableSince: Date | null
  finishedAt: Date | null
  failuresFetchedAt: Date | null
}

export const emptyColumns: BatchColumns = {
  wait: null,
  notBefore: null,
  leaseOwner: null,
  leaseUntil: null,
  sentAt: null,
  reason: null,
  reference: null,
  acceptedAt: null,
  stage: null,
  startedAt: null,
  succeeded: 0,
  failed: 0,
  nextPollAt: null,
  lastPollAt: null,
  unreadableSince: null,
  finishedAt: null,
  failuresFetchedAt: null,
}

const unsent = ['wait', 'notBefore'] as const
const lease = ['leaseOwner', 'leaseUntil'] as const
const accepted = ['sentAt', 'reference', 'acceptedAt', 'startedAt', 'succeeded', 'failed'] as const

/** The columns of each state; in that state all others are empty. */
export const columnsOf = {
  planned: unsent,
  preparing: [...unsent, ...lease],
  ready: unsent,
  sending: [...lease, 'sentAt'],
  sent: [...accepted, 'wait', 'stage', 'nextPollAt', 'lastPollAt', 'unreadableSince'],
  lost: ['sentAt', 'wait', 'reason'],
  finished: [...accepted, 'finishedAt', 'failuresFetchedAt', 'reason'],
  rejected: ['sentAt', 'reason'],
  cancelled: [],
} as const satisfies Record<BatchState, readonly (keyof BatchColumns)[]>

export type ColumnOf<State extends BatchState> = (typeof columnsOf)[State][number]
