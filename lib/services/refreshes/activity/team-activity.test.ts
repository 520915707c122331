import { expect, test } from 'vitest'
import { ids, setUpEngine } from '../../testing/test-engine.ts'
import { finishRefresh } from '../../testing/test-outcomes.ts'
import { listForecasts } from '../forecast/list-forecasts.ts'
import { listTeamActivity } from './list-team-activity.ts'
import { tallyDays } from './tally-days.ts'

const HOUR_MS = 3_600_000

test('default: what became of tokens is counted by the days of whoever asks', async () => {
  const { desk, operator } = await setUpEngine()
  const { db } = desk.work
  const { id } = await desk.submit(operator, ids(5))
  const midnight = new Date(desk.work.now())
  midnight.setUTCHours(0, 0, 0, 0)
  const batches = [
    { at: 1, succeeded: 3, failed: 2 },
    { at: -1, succeeded: 7, failed: 0 },
    { at: -24 * 6, succeeded: 1, failed: 0 },
    { at: -24 * 7, succeeded: 100, failed: 100 },
  ]
  await db.batch.deleteMany({ where: { refreshId: id } })
  await db.batch.createMany({
    data: batches.map(({ at, succeeded, failed }, position) => ({
      refreshId: id,
      position,
      network: 'imx-local',
      state: 'finished' as const,
      tokenCount: succeeded + failed,
      succeeded,
      failed,
      finishedAt: new Date(midnight.getTime() + at * HOUR_MS),
    })),
  })
  const tallies = async (zone: string) => {
    const { days } = await tallyDays(operator, { zone })
    return days.map(({ refreshed, failed }) => [refreshed, failed])
  }
  const none = [0, 0]
  expect(await tallies('UTC')).toEqual([[1, 0], none, none, none, none, [7, 0], [3, 2]])
  // There it is an hour later, so what ended at 23:00 ended today.
  expect(await tallies('Etc/GMT-1')).toEqual([[1, 0], none, none, none, none, none, [10, 2]])
  expect((await tallyDays(await desk.join('viewer'), { zone: 'UTC' })).days).toHaveLength(7)
})

test('behavior: a rejected request fails its tokens on the day of its last sending, once', async () => {
  const { desk, operator } = await setUpEngine()
  const { db } = desk.work
  const { id } = await desk.submit(operator, ids(4))
  const { id: batchId } = await db.batch.findFirstOrThrow({ where: { refreshId: id } })
  await db.batch.update({ where: { id: batchId }, data: { state: 'rejected', reason: 'no' } })
  const now = desk.work.now()
  for (const hours of [0, 48])
    await db.attempt.create({ data: { batchId, startedAt: new Date(now.getTime() - hours * HOUR_MS) } })
  const { days } = await tallyDays(operator, { zone: 'UTC' })
  expect(days.reduce((sum, { failed }) => sum + failed, 0)).toBe(4)
  expect(days.at(-1)?.failed).toBe(4)
})

test('behavior: tokens that failed last time are counted up to a bound', async () => {
  const { desk, operator } = await setUpEngine()
  const { id: refreshId } = await desk.submit(operator, ids(5))
  await finishRefresh(desk.work.db, { refreshId, failed: ids(3), at: desk.work.now() })
  expect((await tallyDays(operator, { zone: 'UTC' })).failing).toEqual({ tokens: 3, isMore: false })
})

test('default: the newest things that happened name who did them and their refresh', async () => {
  const { desk, operator } = await setUpEngine()
  const first = await desk.submit(operator, ids(2))
  const second = await desk.submit(operator, ids(3, 11))
  const { items } = await listTeamActivity(await desk.join('viewer'))
  const told = items.map(({ activity, refresh }) => [activity.kind, refresh.id, activity.by?.id])
  expect(told.slice(0, 2)).toEqual([
    ['submitted', second.id, operator.member.id],
    ['submitted', first.id, operator.member.id],
  ])
})

test('behavior: steps of single batches crowd out nothing, and the list stays short', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(2))
  const step = { refreshId: id, kind: 'batch_accepted', data: { batch: 1, tokens: 2 } }
  await desk.work.db.activity.createMany({ data: Array.from({ length: 300 }, () => step) })
  const { items } = await listTeamActivity(operator)
  expect(items.length).toBeLessThanOrEqual(6)
  expect(items[0]).toMatchObject({ activity: { kind: 'submitted' }, refresh: { id } })
  expect(items.map(({ activity }) => activity.kind)).not.toContain('batch_accepted')
})

test('behavior: what a refresh says twice in a row is told once', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(2))
  const waits = { refreshId: id, kind: 'waiting_authority', data: { batches: 1, httpStatus: 401 } }
  await desk.work.db.activity.createMany({ data: [waits, waits] })
  const { items } = await listTeamActivity(operator)
  expect(items.map(({ activity }) => activity.kind)).toEqual(['waiting_authority', 'submitted'])
})

test('default: forecasts are made for the newest five that are not finished', async () => {
  const { desk, operator } = await setUpEngine()
  const made: string[] = []
  for (const tokenId of ids(7)) made.push((await desk.submit(operator, [tokenId])).id)
  const done = made.pop() ?? ''
  await desk.work.db.refresh.update({ where: { id: done }, data: { finishedAt: desk.work.now() } })
  const { items } = await listForecasts(operator)
  expect(items.map(({ id }) => id)).toEqual(made.reverse().slice(0, 5))
})

test('behavior: days are read by the time of their end, not from the whole history', async () => {
  const { desk } = await setUpEngine()
  const plan = await desk.work.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT "succeeded" FROM "Batch" WHERE "finishedAt" >= now() - interval '7 days'`
  })
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('Batch_finishedAt_idx')
})
