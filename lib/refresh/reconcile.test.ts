import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, fits, type Lost, mayBe, nextSearchAt } from './reconcile.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 14, 0, seconds))
const collection = '0x9a48b1b27743d807331d06ecf0bfb15c06fdb58d'
const lost: Lost = { collection, size: 3, tokenIds: new Set(['1', '2', '3']), sentAt: at(0) }
const listed = (change: object = {}) => ({ reference: 'a', collection, startedAt: at(1), ...change })
const candidate = (reference: string) => ({
  reference,
  startedAt: at(1).toISOString(),
  status: 'queued',
  succeeded: 0,
  failed: 0,
  pending: 3,
})

test('default: a candidate is of this collection, unclaimed, and not from before the sending', () => {
  expect(mayBe(listed(), lost, new Set())).toBe(true)
  expect(mayBe(listed({ startedAt: at(-60) }), lost, new Set())).toBe(true)
  expect(mayBe(listed({ startedAt: at(-61) }), lost, new Set())).toBe(false)
  expect(mayBe(listed({ startedAt: null }), lost, new Set())).toBe(false)
  expect(mayBe(listed({ collection: '0x00' }), lost, new Set())).toBe(false)
  expect(mayBe(listed(), lost, new Set(['a']))).toBe(false)
})

test('default: it is as large as the batch, and fails no token of another', () => {
  const counts = { succeeded: 1, failed: 1, pending: 1 }
  expect(fits(counts, ['2'], lost)).toBe(true)
  expect(fits(counts, ['2', '9'], lost)).toBe(false)
  expect(fits({ ...counts, pending: 2 }, [], lost)).toBe(false)
  expect(fits(counts, ['9'], { ...lost, tokenIds: null })).toBe(true)
})

const look = {
  candidates: [],
  isComplete: true,
  listedAt: at(900),
  decideAt: at(900),
  rivals: 0,
  resends: 0,
  isOfScript: false,
}

test('default: the verdicts, one by one', () => {
  expect(decide({ ...look, candidates: [candidate('a')], listedAt: at(1) })).toEqual({
    to: 'claim',
    reference: 'a',
  })
  expect(decide({ ...look, candidates: [candidate('a'), candidate('b')] }).to).toBe('person')
  expect(decide({ ...look, listedAt: at(899) }).to).toBe('look_again')
  expect(decide({ ...look, isComplete: false }).to).toBe('look_again')
  expect(decide({ ...look, candidates: [candidate('a')], isComplete: false }).to).toBe('look_again')
  expect(decide(look).to).toBe('send_again')
  expect(decide({ ...look, resends: 1 }).to).toBe('person')
  expect(decide({ ...look, isOfScript: true }).to).toBe('give_up')
  expect(decide({ ...look, candidates: [candidate('a')], rivals: 1 }).to).toBe('person')
})

test('behavior: it is sent again only once, only after the deadline, and never when anything fits', () => {
  const anyLook = fc.record({
    candidates: fc.array(fc.constantFrom('a', 'b', 'c').map(candidate), { maxLength: 3 }),
    isComplete: fc.boolean(),
    listedAt: fc.integer({ min: 0, max: 2_000 }).map(at),
    decideAt: fc.constant(at(900)),
    rivals: fc.nat(1),
    resends: fc.nat(3),
    isOfScript: fc.boolean(),
  })
  fc.assert(
    fc.property(anyLook, (one) => {
      const { to } = decide(one)
      const isAbsent = one.isComplete && one.listedAt >= one.decideAt && one.candidates.length === 0
      expect(to === 'send_again').toBe(isAbsent && one.resends === 0 && !one.isOfScript)
      expect(to === 'give_up').toBe(isAbsent && one.isOfScript)
      expect(to === 'claim').toBe(one.candidates.length === 1 && one.isComplete && one.rivals === 0)
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
