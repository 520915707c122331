import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchLost, type Sending } from './match-lost.ts'

const sentAt = Date.parse('2026-11-24T14:00:00.000Z')
const at = (seconds: number) => new Date(sentAt + seconds * 1000)
/** What started when, in seconds; null for one without a time. */
const started = (starts: Record<string, number | null>) =>
  Object.entries(starts).map(([reference, seconds]) => ({
    reference,
    startedAt: seconds === null ? null : at(seconds).toISOString(),
    owners: new Set(['a', 'b', 'c']),
  }))
const lost = (batchId: string, seconds: number): Sending => ({ batchId, at: at(seconds), isLost: true })
const absent = (batchId: string, seconds: number): Sending => ({ ...lost(batchId, seconds), isLost: false })

test('default: where nothing else was lost the only candidate is it, whenever it started', () => {
  expect(matchLost(started({ x: 500 }), [lost('a', 0)], 'a')).toBe('x')
  expect(matchLost(started({ x: null }), [lost('a', 0), lost('a', 900)], 'a')).toBe('x')
  expect(matchLost([], [lost('a', 0)], 'a')).toBeNull()
  expect(matchLost(started({ x: 1, y: 2 }), [lost('a', 0)], 'a')).toBeNull()
})

test('default: of as many candidates as lost ones each belongs to the sending it started with', () => {
  const both = [lost('a', 0), lost('b', 400)]
  const listed = started({ y: 402, x: 1 })
  expect(matchLost(listed, both, 'a')).toBe('x')
  expect(matchLost(listed, both, 'b')).toBe('y')
})

test('behavior: fewer candidates than lost ones, or more, are for a person', () => {
  const both = [lost('a', 0), lost('b', 400)]
  expect(matchLost(started({ x: 1 }), both, 'a')).toBeNull()
  expect(matchLost(started({ x: 1, y: 401, z: 900 }), both, 'a')).toBeNull()
})

test('boundary: sixty seconds are near, and near two sendings is near none', () => {
  const both = [lost('a', 0), lost('b', 400)]
  expect(matchLost(started({ x: 60, y: 460 }), both, 'a')).toBe('x')
  expect(matchLost(started({ x: 61, y: 400 }), both, 'a')).toBeNull()
  expect(matchLost(started({ x: 60, y: 180 }), [lost('a', 0), lost('b', 120)], 'b')).toBeNull()
  expect(matchLost(started({ x: 1, y: null }), both, 'a')).toBeNull()
})

test('behavior: one that failed a token of another lost batch makes none of them sure', () => {
  const both = [lost('a', 0), lost('b', 400)]
  const listed = started({ x: 1, y: 401 }).map((one) => ({ ...one, owners: new Set(['b']) }))
  expect(matchLost(listed, both, 'a')).toBeNull()
  expect(matchLost(listed, both, 'b')).toBeNull()
})

test('behavior: two that started with the same sending are for a person', () => {
  expect(matchLost(started({ x: 1, y: 5 }), [lost('a', 0), lost('b', 400)], 'a')).toBeNull()
})

test('behavior: what was sent twice may be either of its sendings, and either may be near that of another', () => {
  const again = [lost('a', 0), lost('a', 900), lost('b', 1_800)]
  expect(matchLost(started({ x: 901, y: 1_801 }), again, 'a')).toBe('x')
  expect(matchLost(started({ x: 2, y: 901 }), [lost('a', 0), lost('a', 900), lost('b', 905)], 'a')).toBeNull()
})

test('behavior: one that was judged absent lately may be what turns up', () => {
  expect(matchLost(started({ x: 31 }), [absent('ghost', 0), lost('a', 30)], 'a')).toBeNull()
  expect(matchLost(started({ x: 500 }), [absent('ghost', 0), lost('a', 30)], 'a')).toBeNull()
  expect(matchLost(started({ x: 301 }), [absent('ghost', 0), lost('a', 300)], 'a')).toBe('x')
})

test('behavior: no two lost ones are ever given the same candidate', () => {
  const one = fc.record({
    batchId: fc.constantFrom('a', 'b', 'c'),
    seconds: fc.nat(400),
    isLost: fc.boolean(),
  })
  const starts = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.option(fc.nat(400)))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), starts, (sent, listed) => {
      const sendings = sent.map(({ seconds, ...rest }) => ({ ...rest, at: at(seconds) }))
      const given = ['a', 'b', 'c'].map((id) => matchLost(started(listed), sendings, id)).filter(Boolean)
      expect(new Set(given).size).toBe(given.length)
    }),
  )
})
