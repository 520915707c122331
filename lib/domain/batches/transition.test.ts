import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BatchColumns, emptyColumns } from './batch-columns.ts'
import type { SearchResult } from './lost/search-result.ts'
import type { Before } from './next-states.ts'
import { type BatchState, batchStates, isBatchOver, isUnsent } from './state.ts'
import {
  afterMissedPoll,
  afterPoll,
  afterSearch,
  asImported,
  beforeRequest,
  stillPreparing,
  type Transition,
  toCancelled,
  toFinished,
  toLost,
  toPlanned,
  toPreparing,
  toReady,
  toRejected,
  toSending,
  toSent,
  toUnsendable,
  waiting,
  withAuthority,
  withoutAuthority,
  withoutLease,
} from './transition.ts'
import { noWait, type Wait } from './wait.ts'

type Row = BatchColumns & {
  state: BatchState
  tokenCount: number
  fence: number
  resendCount: number
  hasSearch: boolean
}

const fresh: Row = {
  ...emptyColumns,
  state: 'planned',
  tokenCount: 5,
  fence: 0,
  resendCount: 0,
  hasSearch: false,
}

/** As the database does it: null when the batch is in another state. */
function apply(row: Row, { from, to, columns, counter, search }: Transition): Row | null {
  if (!from.includes(row.state)) return null
  return {
    ...row,
    ...columns,
    state: to ?? row.state,
    ...(counter && { [counter]: row[counter] + 1 }),
    hasSearch: search === null || 'change' in Object(search) ? row.hasSearch : search !== 'end',
  }
}

const unsent: BatchState[] = ['planned', 'preparing', 'ready']
const taken: BatchState[] = ['sent', 'finished']
/** Where each column may have a value, by the columns' own meaning. */
const statesOf: Record<keyof BatchColumns, BatchState[]> = {
  wait: [...unsent, 'sent', 'lost'],
  notBefore: unsent,
  leaseOwner: ['preparing', 'sending'],
  leaseUntil: ['preparing', 'sending'],
  sentAt: ['sending', 'sent', 'lost', 'rejected', 'finished'],
  reason: ['lost', 'rejected', 'finished'],
  reference: taken,
  acceptedAt: taken,
  stage: ['sent'],
  startedAt: taken,
  succeeded: taken,
  failed: taken,
  nextPollAt: ['sent'],
  lastPollAt: ['sent'],
  unreadableSince: ['sent'],
  finishedAt: ['finished'],
  failuresFetchedAt: ['finished'],
}

const at = fc.date({ noInvalidDate: true })
const text = fc.string({ minLength: 1 })
const count = fc.integer({ min: 1, max: 5 })
const someOf = <const State>(...states: State[]) => fc.subarray(states, { minLength: 1 })
const inDoubt = someOf('sending', 'lost')
const unacknowledged = someOf('preparing', 'sending', 'lost')
const anyWait: fc.Arbitrary<Wait> = fc.oneof(
  fc.record({ wait: fc.constantFrom('quota', 'backoff'), notBefore: at }),
  fc.record({ wait: fc.constantFrom('authority', 'turn', null), notBefore: fc.constant(null) }),
)
const lease = fc.record({ leaseOwner: text, leaseUntil: at })
const newSearch = fc.record({ decideAt: at, nextSearchAt: at })
const searchResult = fc.record({
  decideAt: at,
  nextSearchAt: at,
  searchCount: count,
  lastSearchAt: at,
  candidates: fc.constant<SearchResult['candidates']>([]),
  isComplete: fc.boolean(),
  wasSearched: fc.boolean(),
  needsPerson: fc.boolean(),
})
const counts = { succeeded: count, failed: count }

const intoStates = [
  fc.tuple(unacknowledged, anyWait, fc.boolean()).map((all) => toPlanned(...all)),
  lease.map(toPreparing),
  count.map(toReady),
  fc.tuple(count, at).map((all) => toUnsendable(...all)),
  lease.map((one) => toSending(one)),
  fc.tuple(lease, fc.record({ sentAt: at, tokenCount: count })).map((all) => toSending(...all)),
  fc
    .tuple(inDoubt, fc.record({ reference: fc.option(text), acceptedAt: at, nextPollAt: at }))
    .map((all) => toSent(...all)),
  fc.tuple(inDoubt, text, newSearch).map((all) => toLost(...all)),
  fc.tuple(inDoubt, text).map((all) => toRejected(...all)),
  fc
    .tuple(
      count,
      fc.record({ ...counts, reason: text, startedAt: at, finishedAt: at, failuresFetchedAt: at }),
    )
    .map((all) => toFinished(...all)),
  someOf<Before<'cancelled'>>('planned', 'preparing', 'ready', 'sending', 'lost').map(toCancelled),
]
const withinStates = [
  anyWait.map(waiting),
  fc.constantFrom(...withoutAuthority),
  at.chain((now) => fc.constantFrom(...withAuthority(now))),
  fc.record({ sentAt: at, leaseUntil: at }).map(beforeRequest),
  fc.constant(withoutLease()),
  at.map(stillPreparing),
  fc.record({ ...counts, stage: text, startedAt: at, nextPollAt: at, lastPollAt: at }).map(afterPoll),
  fc
    .tuple(at, fc.option(fc.record({ unreadableSince: at, stage: text })))
    .map((all) => afterMissedPoll(...all)),
  searchResult.map(afterSearch),
]

const imported = fc
  .record({ reference: text, at, isQueued: fc.boolean(), nextPollAt: at })
  .map((found): Row => ({ ...fresh, ...asImported(found).columns, state: 'sent' }))
const beginning = fc.oneof({ weight: 4, arbitrary: fc.constant(fresh) }, { weight: 1, arbitrary: imported })
const moves = fc.array(fc.oneof(...intoStates, ...withinStates), { minLength: 20, maxLength: 80 })

/** Every state that batches came to, and what it was before. */
function follow(check: (row: Row, before: Row, move: Transition) => void) {
  const seen = new Set<BatchState>()
  const walk = fc.property(beginning, moves, (start, all) => {
    let row = start
    for (const move of all) {
      const next = apply(row, move)
      if (!next) continue
      check(next, row, move)
      seen.add(next.state)
      row = next
    }
  })
  fc.assert(walk, { numRuns: 300 })
  expect([...seen].sort()).toEqual([...batchStates].sort())
}

test('behavior: after any sequence no column of another state has a value', () => {
  follow((row) => {
    for (const column of Object.keys(statesOf) as (keyof BatchColumns)[]) {
      const isEmpty = row[column] === emptyColumns[column]
      expect(isEmpty || statesOf[column].includes(row.state), `${column} while ${row.state}`).toBe(true)
    }
    expect(row.hasSearch).toBe(row.state === 'lost')
  })
})

test('behavior: what a state needs is there, and what was known of the request is not lost', () => {
  follow((row, before) => {
    const { state, sentAt, reference, acceptedAt, reason } = row
    if (state === 'sent') expect(acceptedAt).not.toBeNull()
    if (state === 'finished') {
      expect([row.finishedAt, row.failuresFetchedAt, row.startedAt]).not.toContain(null)
      expect({ sentAt, reference, acceptedAt }).toEqual({
        sentAt: before.sentAt,
        reference: before.reference,
        acceptedAt: before.acceptedAt,
      })
    }
    if (state === 'lost' || state === 'rejected') expect(reason).not.toBeNull()
    const isOfOneRequest = !isUnsent(before.state) && !isUnsent(state) && state !== 'cancelled'
    if (before.sentAt && isOfOneRequest && state !== 'sending') expect(sentAt).toBe(before.sentAt)
  })
})

test('behavior: only a lease raises the fence, only sending again counts as that, and an end is an end', () => {
  follow((row, before, { to }) => {
    expect(row.fence - before.fence).toBe(to === 'sending' || to === 'preparing' ? 1 : 0)
    expect(row.resendCount - before.resendCount).toBeLessThanOrEqual(to === 'planned' ? 1 : 0)
    expect(isBatchOver(before.state)).toBe(false)
  })
})

test('error: an illegal move does not compile, and says so where it is made all the same', () => {
  // @ts-expect-error a finished batch is never sent again
  expect(() => toPlanned(['finished'], noWait)).toThrow('A batch that is finished cannot become planned.')
  // @ts-expect-error the network has it
  expect(() => toCancelled(['sent'])).toThrow('A batch that is sent cannot become cancelled.')
  // @ts-expect-error nothing of it was sent
  expect(() => toLost(['planned'], 'why', { decideAt: new Date(), nextSearchAt: new Date() })).toThrow()
  // @ts-expect-error misspelt
  expect(() => toRejected(['sendng'], 'why')).toThrow()
  // @ts-expect-error nobody makes one by hand
  const byHand: Transition = { from: ['sent'], to: 'planned', columns: {}, counter: null, search: null }
  expect(byHand).toBeDefined()
})
