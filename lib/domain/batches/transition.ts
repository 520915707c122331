import { type BatchColumns, type ColumnOf, columnsOf, emptyColumns } from './batch-columns.ts'
import type { NewSearch, SearchResult } from './lost/search-result.ts'
import { type Before, nextStates } from './next-states.ts'
import { type BatchState, unleasedStates, unsentStates } from './state.ts'
import { noWait, type Wait } from './wait.ts'

const made = Symbol('made by a function of this file')

/** A change of batches that are in one of the states `from`. Nothing but the functions of this file makes one. */
export type Transition = Readonly<{
  [made]: true
  from: readonly BatchState[]
  /** Null when the state stays. */
  to: BatchState | null
  /** What is written: every column of the batch that does not keep its value. */
  columns: Partial<BatchColumns & { tokenCount: number }>
  /** Grows by one. */
  counter: 'fence' | 'resendCount' | null
  /** What becomes of the search, which a batch has only while it is lost. */
  search: { begin: NewSearch } | { change: SearchResult | { nextSearchAt: Date | null } } | 'end' | null
}>

type Given<State extends BatchState> = Partial<Pick<BatchColumns, ColumnOf<State>>> & {
  [Foreign in Exclude<keyof BatchColumns, ColumnOf<State>>]?: never
}
type Extras = Partial<Pick<Transition, 'counter' | 'search'>> & { tokenCount?: number }

const includes = (all: readonly string[], one: string) => all.includes(one)

/** Into another state: a column that is not given keeps its value if all of `from` have it too, and is emptied otherwise. */
function enter<To extends BatchState>(
  to: To,
  from: readonly Before<To>[],
  given: Given<To>,
  { counter = null, search = null, ...size }: Extras = {},
): Transition {
  const illegal = from.find((state) => !includes(nextStates[state], to))
  if (illegal) throw new Error(`A batch that is ${illegal} cannot become ${to}.`)
  const isKept = (column: string) =>
    from.length > 0 && [to, ...from].every((state) => includes(columnsOf[state], column))
  const emptied = Object.entries(emptyColumns).filter(([column]) => !isKept(column))
  const columns = { ...Object.fromEntries(emptied), ...given, ...size }
  const endsSearch = to !== 'lost' && includes(from, 'lost')
  return { [made]: true, from, to, columns, counter, search: endsSearch ? 'end' : search }
}

/** Within a state: a column that is not given keeps its value. */
function stay<State extends BatchState>(
  from: readonly State[],
  columns: Given<State>,
  search: Transition['search'] = null,
): Transition {
  return { [made]: true, from, to: null, columns, counter: null, search }
}

/** The network surely does not have it. `isResend` when it was sent before and the network did not show it. */
export const toPlanned = (from: readonly Before<'planned'>[], wait: Wait, isResend = false) =>
  enter('planned', from, wait, { counter: isResend ? 'resendCount' : null })

type Lease = { leaseOwner: string; leaseUntil: Date }

/** Its content is read, again if what was read before is too old. */
export const toPreparing = (lease: Lease) =>
  enter('preparing', unleasedStates, { ...lease, ...noWait }, { counter: 'fence' })

/** Its content is kept, and fits into one request. */
export const toReady = (tokenCount: number) => enter('ready', ['preparing'], noWait, { tokenCount })

/** `begun` for a request that goes out with this very lease, and alone says how large it is. */
export const toSending = (lease: Lease, begun?: { sentAt: Date; tokenCount: number }) =>
  enter(
    'sending',
    unleasedStates,
    { ...lease, sentAt: begun?.sentAt ?? null },
    {
      counter: 'fence',
      ...(begun && { tokenCount: begun.tokenCount }),
    },
  )

type Acceptance = { reference: string | null; acceptedAt: Date; nextPollAt: Date }
export const toSent = (from: readonly Before<'sent'>[], acceptance: Acceptance) =>
  enter('sent', from, acceptance)

/** Nobody knows whether the network took it: the search for it begins, or begins again. */
export const toLost = (from: readonly Before<'lost'>[], reason: string, search: NewSearch) =>
  enter('lost', from, { reason, wait: null }, { search: { begin: search } })

export const toRejected = (from: readonly Before<'rejected'>[], reason: string) =>
  enter('rejected', from, { reason })

type End = Pick<BatchColumns, 'succeeded' | 'failed' | 'reason'> & {
  startedAt: Date
  finishedAt: Date
  failuresFetchedAt: Date
}
export const toFinished = (tokenCount: number, end: End) => enter('finished', ['sent'], end, { tokenCount })

/** None of its tokens can be sent: each failed before it could be. */
export const toUnsendable = (tokenCount: number, at: Date) =>
  enter(
    'finished',
    ['preparing'],
    { failed: tokenCount, startedAt: at, finishedAt: at, failuresFetchedAt: at },
    { tokenCount },
  )

export const toCancelled = (from: readonly Before<'cancelled'>[]) => enter('cancelled', from, {})

type Found = { reference: string; at: Date; isQueued: boolean; nextPollAt: Date }
/** For a new row: the network had it before we knew of it, and began it `at`. */
export const asImported = ({ reference, at, isQueued, nextPollAt }: Found) =>
  enter('sent', [], {
    reference,
    sentAt: at,
    acceptedAt: at,
    startedAt: isQueued ? null : at,
    nextPollAt,
  })

export const waiting = (wait: Wait) => stay(unsentStates, wait)

/** One for each kind of batch. The network is not asked about any of them until there is an authority. */
export const withoutAuthority: readonly Transition[] = [
  waiting({ wait: 'authority', notBefore: null }),
  stay(['sent'], { wait: 'authority', nextPollAt: null }),
  stay(['lost'], { wait: 'authority' }, { change: { nextSearchAt: null } }),
]

export const withAuthority = (now: Date): readonly Transition[] => [
  waiting(noWait),
  stay(['sent'], { wait: null, nextPollAt: now }),
  stay(['lost'], { wait: null }, { change: { nextSearchAt: now } }),
]

export const beforeRequest = (lease: { sentAt: Date; leaseUntil: Date }) => stay(['sending'], lease)

/** Whoever prepares it needs longer. */
export const stillPreparing = (leaseUntil: Date) => stay(['preparing'], { leaseUntil })

/** Whoever had it in hand is taken for dead. */
export const withoutLease = () => stay(['preparing', 'sending'], { leaseOwner: null, leaseUntil: null })

type Seen = Pick<BatchColumns, 'succeeded' | 'failed' | 'stage' | 'startedAt'>
export const afterPoll = (seen: Seen & { nextPollAt: Date; lastPollAt: Date }) =>
  stay(['sent'], { ...seen, wait: null, unreadableSince: null })

type Unreadable = { unreadableSince: Date; stage: string }
/** `unreadable` when the network answered, but not so that it can be read. */
export const afterMissedPoll = (nextPollAt: Date, unreadable: Unreadable | null) =>
  stay(['sent'], { nextPollAt, ...unreadable })

export const afterSearch = (result: SearchResult) => stay(['lost'], { wait: null }, { change: result })
