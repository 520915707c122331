import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPollMs, pollIntervalMs } from './poll-interval.ts'

type Course = { beginsMs: number; endsMs: number; total: number }

/** Looks at a batch that is crawled at an even pace until it is seen completed. */
function follow({ beginsMs, endsMs, total }: Course, position = 1) {
  let at = firstPollMs(total, position)
  let before = { elapsedMs: 0, done: 0 }
  const looks = [at]
  while (at < endsMs) {
    const share = (at - beginsMs) / (endsMs - beginsMs)
    const done = Math.max(0, Math.floor(share * total))
    const wait = pollIntervalMs({ elapsedMs: at, done, total, before })
    before = { elapsedMs: at, done }
    at += wait
    looks.push(at)
  }
  return { looks, lateMs: at - endsMs }
}

test('default: a thousand tokens in a minute take four looks, and the end is seen within a second', () => {
  for (let position = 1; position <= 100; position++) {
    const { looks, lateMs } = follow({ beginsMs: 400, endsMs: 62_900, total: 1000 }, position)
    expect(looks.length).toBe(4)
    expect(lateMs).toBeLessThan(1_000)
  }
})

test('behavior: the end of an even course is seen within a twentieth of its time, by far fewer looks than seconds', () => {
  const course = fc.record({
    beginsMs: fc.integer({ min: 0, max: 500 }),
    tookMs: fc.integer({ min: 40_000, max: 7_200_000 }),
    position: fc.integer({ min: 1, max: 1000 }),
  })
  fc.assert(
    fc.property(course, ({ beginsMs, tookMs, position }) => {
      const endsMs = beginsMs + tookMs
      const { looks, lateMs } = follow({ beginsMs, endsMs, total: 1000 }, position)
      expect(lateMs).toBeLessThan(endsMs / 20)
      expect(looks.length).toBeLessThan(2 + endsMs / 10_000)
    }),
  )
})

test('behavior: after any time in the queue a batch is looked at often enough to see its end', () => {
  const course = fc.record({
    beginsMs: fc.integer({ min: 500, max: 600_000 }),
    tookMs: fc.integer({ min: 1_000, max: 600_000 }),
    total: fc.integer({ min: 1, max: 1000 }),
  })
  fc.assert(
    fc.property(course, ({ beginsMs, tookMs, total }) => {
      const { lateMs } = follow({ beginsMs, endsMs: beginsMs + tookMs, total })
      expect(lateMs).toBeLessThanOrEqual(40_000)
    }),
  )
})

test('behavior: of a few tokens the first look is early, and batches of one refresh take turns', () => {
  expect(firstPollMs(1, 1)).toBeLessThan(1_000)
  const first = Array.from({ length: 10 }, (_, at) => firstPollMs(1000, at + 1))
  expect(new Set(first).size).toBe(10)
  expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(300)
})

test('boundary: looks are bounded whatever the network says, and failed ones back off to five minutes', () => {
  const count = fc.integer({ min: -10, max: 2000 })
  const facts = fc.record({
    elapsedMs: fc.integer({ min: -1e6, max: 1e9 }),
    done: count,
    total: count,
    before: fc.record({ elapsedMs: fc.nat(1e9), done: count }),
  })
  fc.assert(
    fc.property(facts, (one) => {
      expect(pollIntervalMs(one)).toBeGreaterThanOrEqual(750)
      expect(pollIntervalMs(one)).toBeLessThanOrEqual(40_000)
      expect(pollIntervalMs({ ...one, failures: 20 })).toBeLessThanOrEqual(300_000)
    }),
  )
  expect(pollIntervalMs({ elapsedMs: 60_000, done: 0, total: 1, failures: 20 })).toBe(300_000)
})
