import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeOurs, orderByStart, unknownFrom } from './choose-imports.ts'

const now = new Date('2026-11-24T15:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const sameClocks = { now, listedAt: now }

test('default: without a doubt everything may be taken over, even what has no time', () => {
  expect(unknownFrom([], sameClocks)).toBeNull()
  expect(mayBeOurs(null, null)).toBe(false)
  expect(mayBeOurs(now, null)).toBe(false)
})

test('default: what started shortly before the earliest doubt, or later, or nobody knows when, may be ours', () => {
  const doubts = [
    { startedAt: ago(10), upstreamAt: ago(10) },
    { startedAt: ago(30), upstreamAt: ago(30) },
  ]
  const from = unknownFrom(doubts, sameClocks)
  expect([ago(0), ago(30), ago(34), null].map((at) => mayBeOurs(at, from))).toEqual([true, true, true, true])
  expect(mayBeOurs(ago(36), from)).toBe(false)
})

test('behavior: the network’s clock decides where it is known, and the slower one where it is not', () => {
  const ofTheirs = unknownFrom([{ startedAt: ago(0), upstreamAt: ago(600) }], sameClocks)
  expect(mayBeOurs(ago(601), ofTheirs)).toBe(true)
  const unknown = [{ startedAt: ago(0), upstreamAt: null }]
  expect(mayBeOurs(ago(60), unknownFrom(unknown, { now, listedAt: ago(60) }))).toBe(true)
  expect(mayBeOurs(ago(4), unknownFrom(unknown, { now, listedAt: ago(-60) }))).toBe(true)
  expect(mayBeOurs(ago(4), unknownFrom(unknown, { now, listedAt: null }))).toBe(true)
})

test('behavior: a doubt more never frees anything', () => {
  const time = fc.integer({ min: -600, max: 600 }).map(ago)
  const doubt = fc.record({ startedAt: time, upstreamAt: fc.option(time) })
  fc.assert(
    fc.property(fc.array(doubt), doubt, fc.option(time), fc.option(time), (doubts, one, at, listedAt) => {
      const held = mayBeOurs(at, unknownFrom(doubts, { now, listedAt }))
      return !held || mayBeOurs(at, unknownFrom([...doubts, one], { now, listedAt }))
    }),
  )
})

test('behavior: what has no readable time stands where the list shows it, and nothing stands in the future', () => {
  const times = ['2026-11-24T14:00:00Z', null, '+275000-01-01T00:00:00.000Z', 'soon', '2022-10-20T04:17:51Z']
  const placed = orderByStart(
    [{ startedAt: '2030-01-01T00:00:00Z' }, ...times.map((startedAt) => ({ startedAt }))],
    now,
  )
  expect(placed.map(({ at }) => at.toISOString().slice(0, 13))).toEqual([
    '2026-11-24T15',
    ...Array(4).fill('2026-11-24T14'),
    '2022-10-20T04',
  ])
  expect(placed.map(({ known }) => known !== null)).toEqual([true, true, false, false, false, true])
})
