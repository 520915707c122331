import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decide,
  fits,
  isOverdue,
  type Listed,
  type Lost,
  mayBe,
  nextSearchAt,
  placeListed,
} from './reconcile.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 14, 0, seconds))
const collection = '0x9a48b1b27743d807331d06ecf0bfb15c06fdb58d'
const lost: Lost = { collection, size: 3, sentAt: at(0) }
const own = { size: 3, tokenIds: new Set(['1', '2', '3']) }
const entry = (change: Partial<Listed> = {}): Listed => ({
  reference: 'a',
  collection,
  startedAt: at(1),
  ...change,
})
/** Which of a list may be the lost one. */
const possible = (...list: Listed[]) => placeListed(list).map((one) => mayBe(one, lost, new Set(['taken'])))
const candidate = (reference: string) => ({
  reference,
  startedAt: at(1).toISOString(),
  status: 'queued',
  succeeded: 0,
  failed: 0,
  pending: 3,
})

test('default: a candidate is of this collection, taken by no batch, and not from before the sending', () => {
  expect(possible(entry())).toEqual([true])
  expect(possible(entry({ startedAt: at(-60) }))).toEqual([true])
  expect(possible(entry({ startedAt: at(-61) }))).toEqual([false])
  expect(possible(entry({ collection: '0x00' }))).toEqual([false])
  expect(possible(entry({ reference: 'taken' }))).toEqual([false])
})

test('behavior: what cannot be read rules nothing out, unless its place in the list says that it is too old', () => {
  const odd = [{ startedAt: null }, { reference: null }, { collection: null }].map(entry)
  expect(possible(...odd)).toEqual([true, true, true])
  expect(possible(entry({ startedAt: at(-61) }), entry({ startedAt: null }))).toEqual([false, false])
  expect(possible(entry({ startedAt: at(1) }), entry({ startedAt: null }))).toEqual([true, true])
})

test('default: it is as large as the batch, and fails no token of another', () => {
  const counts = { succeeded: 1, failed: 1, pending: 1 }
  expect(fits(counts, ['2'], own)).toBe(true)
  expect(fits(counts, ['2', '9'], own)).toBe(false)
  expect(fits({ ...counts, pending: 2 }, [], own)).toBe(false)
  expect(fits(counts, ['9'], { ...own, tokenIds: null })).toBe(true)
})

const look = {
  candidates: [],
  isComplete: true,
  listedAt: at(900),
  decideAt: at(900),
  match: null,
  resends: 0,
  isOfScript: false,
  isOverdue: false,
}

test('default: the verdicts, one by one', () => {
  const found = { ...look, candidates: [candidate('a')], match: 'a' }
  expect(decide({ ...found, listedAt: at(1) })).toEqual({ to: 'match', reference: 'a' })
  expect(decide({ ...look, candidates: [candidate('a'), candidate('b')] }).to).toBe('person')
  expect(decide({ ...look, listedAt: at(899) }).to).toBe('search_again')
  expect(decide({ ...look, isComplete: false }).to).toBe('search_again')
  expect(decide({ ...found, isComplete: false }).to).toBe('search_again')
  expect(decide(look).to).toBe('send_again')
  expect(decide({ ...look, resends: 1 }).to).toBe('person')
  expect(decide({ ...look, isOfScript: true }).to).toBe('give_up')
  expect(decide({ ...found, match: null }).to).toBe('person')
})

test('behavior: a search that is overdue asks a person only where it cannot decide', () => {
  const late = { ...look, isOverdue: true }
  expect(decide({ ...late, isComplete: false })).toEqual({ to: 'person', goesOn: true })
  expect(decide({ ...late, listedAt: at(1) })).toEqual({ to: 'person', goesOn: true })
  expect(decide({ ...late, candidates: [candidate('a')], match: 'a', isComplete: false }).to).toBe('person')
  expect(decide({ ...late, candidates: [candidate('a')], match: 'a' }).to).toBe('match')
  expect(decide(late).to).toBe('send_again')
})

test('default: a search is overdue some looks after the deadline, or long after it', () => {
  const after = { decideAfterMs: 900_000, searches: 16, waitedMs: 900_000 }
  expect(isOverdue(after)).toBe(true)
  expect(isOverdue({ ...after, searches: 15 })).toBe(false)
  expect(isOverdue({ ...after, waitedMs: 899_999 })).toBe(false)
  expect(isOverdue({ ...after, waitedMs: 0, searches: 48 })).toBe(true)
  expect(isOverdue({ ...after, searches: 0, waitedMs: 4_500_000 })).toBe(true)
})

test('behavior: whatever lists come, a search ends in a match, in sending again, or with a person asked', () => {
  const anyList = fc.record({
    candidates: fc.array(fc.constantFrom('a', 'b').map(candidate), { maxLength: 3 }),
    isComplete: fc.boolean(),
    /** The network's clock goes right, stands still, or says anything. */
    listedAt: fc.constantFrom('right', 'still', 'far'),
    match: fc.constantFrom(null, 'a'),
  })
  const anySearch = fc.record({
    lists: fc.array(anyList, { minLength: 1, maxLength: 40 }),
    isOfScript: fc.boolean(),
    resends: fc.nat(2),
    decideAfterMs: fc.integer({ min: 1_000, max: 7_200_000 }),
  })
  fc.assert(
    fc.property(anySearch, ({ lists, isOfScript, resends, decideAfterMs }) => {
      const sentAt = at(0)
      const decideAt = new Date(sentAt.getTime() + decideAfterMs)
      let now = at(2)
      for (let searches = 1; searches < 250; searches++) {
        const list = lists[(searches - 1) % lists.length] ?? { ...look, listedAt: 'right' }
        const listedAt = { right: now, still: sentAt, far: new Date(0) }[list.listedAt]
        const waitedMs = listedAt.getTime() - sentAt.getTime()
        const effort = { searches, waitedMs, decideAfterMs }
        const one = { ...look, ...list, listedAt, decideAt, isOfScript, resends }
        const { to } = decide({ ...one, isOverdue: isOverdue(effort) })
        if (to !== 'search_again') return
        now = nextSearchAt({ searches, needsPerson: false, now, decideAt })
      }
      throw new Error('Nobody was ever asked.')
    }),
  )
})

test('behavior: it is sent again only once, only after the deadline, and never when anything fits', () => {
  const anyLook = fc.record({
    candidates: fc.array(fc.constantFrom('a', 'b', 'c').map(candidate), { maxLength: 3 }),
    isComplete: fc.boolean(),
    listedAt: fc.integer({ min: 0, max: 2_000 }).map(at),
    decideAt: fc.constant(at(900)),
    match: fc.constantFrom(null, 'a'),
    resends: fc.nat(3),
    isOfScript: fc.boolean(),
    isOverdue: fc.boolean(),
  })
  fc.assert(
    fc.property(anyLook, (one) => {
      const { to } = decide(one)
      const isAbsent = one.isComplete && one.listedAt >= one.decideAt && one.candidates.length === 0
      expect(to === 'send_again').toBe(isAbsent && one.resends === 0 && !one.isOfScript)
      expect(to === 'give_up').toBe(isAbsent && one.isOfScript)
      expect(to === 'match').toBe(one.candidates.length > 0 && one.isComplete && one.match !== null)
    }),
  )
})

test('behavior: looks become rare, none is skipped at the deadline, and all lie ahead', () => {
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.boolean(),
      fc.integer({ min: 0, max: 2_000 }),
      (searches, needsPerson, now) => {
        const next = nextSearchAt({ searches, needsPerson, now: at(now), decideAt: at(900) })
        expect(next.getTime()).toBeGreaterThan(at(now).getTime())
        if (now < 900) expect(next.getTime()).toBeLessThanOrEqual(at(901).getTime())
      },
    ),
  )
})
