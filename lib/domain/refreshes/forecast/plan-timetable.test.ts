import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAhead, planTimetable, sendsNow, throughputOf } from './plan-timetable.ts'

const now = new Date('2026-11-24T14:26:00.000Z')
const resetsAt = new Date('2026-11-24T15:00:00.000Z')
const quota = { limit: 20, remaining: 7, resetsAt, seenAt: now }
const input = {
  now,
  quota,
  unaccounted: 0,
  ahead: 0,
  unsent: Array<number>(10).fill(1000),
  running: [],
  throughput: null,
  spacingMs: 0,
  unknownUntil: null,
  isStopped: false,
}
const throughput = { slow: 5, fast: 10 }

test('default: what fits goes out now, the rest after the reset', () => {
  const { sends, finish } = planTimetable(input)
  expect(sends).toEqual([
    { at: now.toISOString(), requests: 7 },
    { at: resetsAt.toISOString(), requests: 3 },
  ])
  expect(sendsNow(sends, resetsAt.toISOString())).toBe(7)
  expect(finish).toBeNull()
})

test('default: the finish is a range, as far apart as the throughput was seen to be', () => {
  expect(planTimetable({ ...input, throughput }).finish).toEqual({
    from: '2026-11-24T15:01:40.000Z',
    to: '2026-11-24T15:03:20.000Z',
  })
  const running = planTimetable({ ...input, unsent: [], running: [500], throughput })
  expect(running.finish).toEqual({ from: '2026-11-24T14:26:50.000Z', to: '2026-11-24T14:27:40.000Z' })
})

test('behavior: with no headers of this hour one goes out, and the rest is not known yet', () => {
  const unknown = planTimetable({ ...input, quota: null, throughput })
  expect(unknown).toMatchObject({
    sends: [
      { at: now.toISOString(), requests: 1 },
      { at: null, requests: 9 },
    ],
    finish: null,
  })
  expect(sendsNow(unknown.sends, null)).toBeNull()
  const old = { ...quota, resetsAt: new Date(now.getTime() - 1) }
  expect(planTimetable({ ...input, quota: old }).sends[1]).toEqual({ at: null, requests: 9 })
})

test('behavior: while it stands still nothing is foretold', () => {
  expect(planTimetable({ ...input, throughput, isStopped: true })).toMatchObject({
    sends: [{ at: null, requests: 10 }],
    finish: null,
  })
})

test('behavior: three tokens never wait behind fifty batches, nor behind what is skipped', () => {
  const queued = (refreshNumber: number, wait: 'authority' | null = null) => ({
    refreshId: `R${refreshNumber}`,
    refreshNumber,
    wait,
  })
  const fifty = Array.from({ length: 50 }, () => queued(1))
  expect(countAhead(fifty, { refreshId: null, refreshNumber: 9, unsent: 1 })).toBe(0)
  expect(countAhead([queued(8), ...fifty], { refreshId: 'R1', refreshNumber: 1, unsent: 50 })).toBe(1)
  expect(countAhead([queued(8)], { refreshId: 'R9', refreshNumber: 9, unsent: 1 })).toBe(1)
  expect(countAhead([queued(8, 'authority')], { refreshId: 'R9', refreshNumber: 9, unsent: 1 })).toBe(0)
})

test('behavior: the request rate and a search that may send again push the finish out', () => {
  const some = { ...input, unsent: [1000, 1000, 1000], throughput }
  const plain = Date.parse(planTimetable(some).finish?.to ?? '')
  expect(Date.parse(planTimetable({ ...some, spacingMs: 10_000 }).finish?.to ?? '')).toBe(plain + 20_000)
  const unknownUntil = new Date(now.getTime() + 900_000)
  const doubtful = planTimetable({ ...some, unknownUntil })
  expect(doubtful.finish?.to).toBe(new Date(unknownUntil.getTime() + 200_000).toISOString())
})

test('behavior: a throughput needs three samples, and leaves the strays out', () => {
  expect(
    throughputOf(
      [
        { tokens: 10, ms: 1_000 },
        { tokens: 10, ms: 1_000 },
      ],
      10,
    ),
  ).toBeNull()
  const many = Array.from({ length: 20 }, () => ({ tokens: 1_000, ms: 100_000 }))
  expect(throughputOf([...many, { tokens: 1_000, ms: 900_000 }], 1_000)).toEqual({ slow: 10, fast: 10 })
  // Small batches are mostly waiting.
  expect(throughputOf(Array(9).fill({ tokens: 3, ms: 3_000 }), 1_000)).toBeNull()
})

test('behavior: every request is placed once, in order, and no hour gets more than its limit', () => {
  const any = fc.record({
    limit: fc.integer({ min: 1, max: 30 }),
    remaining: fc.nat(30),
    unaccounted: fc.nat(5),
    ahead: fc.nat(60),
    count: fc.nat(80),
  })
  fc.assert(
    fc.property(any, ({ limit, remaining, unaccounted, ahead, count }) => {
      const unsent = Array<number>(count).fill(1)
      const known = { ...quota, limit, remaining }
      const { sends, finish } = planTimetable({
        ...input,
        quota: known,
        unaccounted,
        ahead,
        unsent,
        throughput,
      })
      expect(sends.reduce((sum, { requests }) => sum + requests, 0)).toBe(count)
      const times = sends.map(({ at }) => at ?? '')
      expect(times).toEqual([...new Set(times)].toSorted())
      for (const { at, requests } of sends) {
        expect(requests).toBeLessThanOrEqual(
          at === now.toISOString() ? Math.max(0, remaining - unaccounted) : limit,
        )
      }
      if (finish) expect(Date.parse(finish.to)).toBeGreaterThanOrEqual(Date.parse(finish.from))
    }),
  )
})
