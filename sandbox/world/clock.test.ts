import { expect, test } from 'vitest'
import { Clock } from './clock.ts'
import { sortableTime } from './timestamp.ts'

const MS = 1_795_338_277_120

test('default: what happens later is later, however much of it in one millisecond and wherever the clock goes', () => {
  const readings = [...Array.from({ length: 3_000 }, () => MS), MS - 1, MS - 60_000, MS, MS + 10, MS + 10.9]
  let at = 0
  const clock = new Clock(() => readings[at++] ?? MS)
  const times = readings.map(() => clock.stamp())
  const sortable = times.map(sortableTime)
  expect(new Set(times).size).toBe(readings.length)
  expect(sortable).toEqual(sortable.toSorted())
  expect(times[0]).toMatch(/^2026-11-22T09:04:37\.12\d{0,4}Z$/)
  expect(times.at(-1)).toMatch(/^2026-11-22T09:04:37\.13\d{0,4}Z$/)
})

test('behavior: two clocks know nothing of each other', () => {
  const [late, early] = [new Clock(() => MS), new Clock(() => MS - 86_400_000)]
  late.stamp()
  expect(early.stamp()).toMatch(/^2026-11-21T/)
})
