import { expect, test } from 'vitest'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { expectBatches } from './expected.ts'
import { barsOf, makeTimeline } from './timeline.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 14, 26) + seconds * 1_000).toISOString()
const progress = { total: 4, succeeded: 4, failed: 0, pending: 0, unknown: 0, cancelled: 0 }
const batch = (over: Partial<Batch>) =>
  ({ state: 'planned', sentAt: null, startedAt: null, finishedAt: null, progress, ...over }) as Batch

test('nothing sent has no axis', () => expect(makeTimeline([batch({})], at(0))).toBeNull())

test('bars stand in order, inside the axis, and meet where work began', () => {
  const done = batch({ state: 'finished', sentAt: at(0), startedAt: at(10), finishedAt: at(40) })
  const running = batch({ state: 'sent', sentAt: at(5), startedAt: at(20) })
  const timeline = makeTimeline([done, running, batch({})], at(60))
  if (!timeline) throw new Error('no axis')
  const bars = barsOf(done, at(60), timeline)
  expect(bars.map(({ kind }) => kind)).toEqual(['waiting', 'completed'])
  expect(bars[0]?.to).toBe(bars[1]?.from)
  expect(barsOf(running, at(60), timeline).at(-1)).toMatchObject({
    kind: 'processing',
    to: timeline.place(at(60)),
  })
  expect(timeline.ticks.length).toBeGreaterThan(0)
  expect(timeline.ticks.length).toBeLessThanOrEqual(6)
})

test('the axis reaches to the hour that a batch waits for, and has no now once all is over', () => {
  const sent = batch({ state: 'sent', sentAt: at(0) })
  const waiting = batch({ wait: 'quota', notBefore: at(1_800) })
  const timeline = makeTimeline([sent, waiting], at(60))
  expect(timeline?.now).toBeLessThan(10)
  expect(timeline?.reset).toBeGreaterThan(90)
  const over = makeTimeline([batch({ state: 'finished', sentAt: at(0), finishedAt: at(40) })], at(60))
  expect([over?.now, over?.reset]).toEqual([null, null])
})

test('a batch that was first seen at work when it was done is drawn as completed', () => {
  const quick = batch({ state: 'finished', sentAt: at(0), startedAt: at(2), finishedAt: at(2) })
  const late = batch({ state: 'finished', sentAt: at(0), startedAt: at(3), finishedAt: at(2) })
  const timeline = makeTimeline([quick, late], at(60))
  if (!timeline) throw new Error('no axis')
  for (const one of [quick, late])
    expect(barsOf(one, at(60), timeline).map(({ kind }) => kind)).toEqual(['completed'])
})

test('what is to come is drawn where the timetable and the throughput put it', () => {
  const progress = (pending: number) => ({ total: 100, pending }) as Batch['progress']
  const running = batch({ id: 'a', state: 'sent', sentAt: at(0), progress: progress(50) })
  const waiting = batch({ id: 'b', wait: 'quota', progress: progress(100) })
  const unplaced = batch({ id: 'c', progress: progress(100) })
  const sends = [
    { at: at(600), requests: 1 },
    { at: null, requests: 1 },
  ]
  const timetable = { sends, throughput: { slow: 8, fast: 12 }, finish: null }
  const expected = expectBatches([running, waiting, unplaced], timetable, at(60))
  expect([...expected]).toEqual([
    ['a', { from: Date.parse(at(60)), to: Date.parse(at(65)) }],
    ['b', { from: Date.parse(at(600)), to: Date.parse(at(610)) }],
  ])
  const timeline = makeTimeline([running, waiting, unplaced], at(60), expected)
  if (!timeline) throw new Error('no axis')
  expect(barsOf(waiting, at(60), timeline).map(({ kind }) => kind)).toEqual(['expected'])
  expect(timeline.place(at(610))).toBeGreaterThan(90)
  const ready = { ...waiting, state: 'ready' as const }
  expect([...expectBatches([running, ready, unplaced], timetable, at(60))]).toEqual([...expected])
  expect(barsOf(unplaced, at(60), timeline)).toEqual([])
})

test('the bar of a completed batch shows what became of its tokens', () => {
  const ended = (succeeded: number) =>
    batch({
      state: 'finished',
      sentAt: at(0),
      startedAt: at(10),
      finishedAt: at(40),
      progress: { ...progress, succeeded, failed: 4 - succeeded },
    })
  const batches = [ended(4), ended(3), ended(0)]
  const timeline = makeTimeline(batches, at(60))
  if (!timeline) throw new Error('no axis')
  expect(batches.map((one) => barsOf(one, at(60), timeline).at(-1)?.kind)).toEqual([
    'completed',
    'partly_failed',
    'failed',
  ])
})
