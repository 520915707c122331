import { expect, test } from 'vitest'
import { HOUR_MS, ids, project, setUpEngine } from '../../testing/test-engine.ts'
import { sendNext } from './send-next.ts'

test('default: three batches are sent in order, watched to the end, and their failures collected', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.failures.set('7', { error_code: 'invalid_response_status_code', client_response_status_code: 404 })
  network.failures.set('2500', { error_code: 'token_not_found', client_response_status_code: null })
  const { id, number } = await desk.submit(operator, [...ids(2500), '3', '7'])
  await desk.doDueWork()
  await desk.advance(2_000)
  const detail = await desk.read(id)
  expect(network.taken.map(({ tokenIds }) => tokenIds)).toEqual([ids(1000), ids(1000, 1001), ids(500, 2001)])
  expect(detail).toMatchObject({
    number,
    state: 'partly_failed',
    progress: { total: 2500, succeeded: 2498, failed: 2, pending: 0, unknown: 0 },
    batchCount: 3,
    sentBatchCount: 3,
    causeCount: 2,
  })
  expect(detail.finishedAt).not.toBeNull()
  expect(detail.causes.map(({ errorCode, count, isRetryable }) => [errorCode, count, isRetryable])).toEqual([
    ['invalid_response_status_code', 1, true],
    ['token_not_found', 1, false],
  ])
  expect(detail.activity.map(({ kind }) => kind).reverse()).toEqual([
    'submitted',
    ...Array(3).fill('batch_accepted'),
    ...Array(3).fill('batch_finished'),
    'finished',
  ])
  expect(
    await desk.work.db.refreshToken.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } }),
  ).toEqual([
    { state: 'succeeded', _count: 2498 },
    { state: 'failed', _count: 2 },
  ])
})

test('behavior: once nothing is left to send or watch, the signature is gone', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ['1'])
  expect((await desk.read(id)).signature.state).toBe('unproven')
  await sendNext(desk.work, project)
  expect((await desk.read(id)).signature.state).toBe('accepted')
  await desk.advance(2_000)
  expect((await desk.read(id)).signature.state).toBe('not_needed')
  expect(await desk.work.db.signature.count({ where: { sealed: { not: null } } })).toBe(0)
})

test('behavior: what the headers forbid is not sent before the reset', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.quota = { limit: 20, remaining: 2, resetsAt: new Date(desk.clock.ms + 1_800_000) }
  const { id } = await desk.submit(operator, ids(3500))
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(network.submissions).toBe(2)
  const waiting = await desk.read(id)
  expect(waiting).toMatchObject({ state: 'waiting_quota', quota: { limit: 20, remaining: 0 } })
  expect(waiting.batches.slice(2).map(({ wait }) => wait)).toEqual(['quota', 'quota'])
  await desk.advance(1_700_000)
  expect(network.submissions).toBe(2)
  network.quota = { limit: 20, remaining: 20, resetsAt: new Date(desk.clock.ms + HOUR_MS) }
  await desk.advance(200_000)
  await desk.advance(2_000)
  expect(network.submissions).toBe(4)
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: 429 of the quota waits for the reset and fails nothing', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.quota = { limit: 20, remaining: 0, resetsAt: new Date(desk.clock.ms + 60_000) }
  network.script.push({
    status: 429,
    body: { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' },
    headers: network.quotaHeaders(),
  })
  const { id } = await desk.submit(operator, ids(2))
  await desk.advance(30_000)
  expect(network.submissions).toBe(1)
  expect(await desk.read(id)).toMatchObject({
    state: 'waiting_quota',
    batches: [{ wait: 'quota', state: 'planned' }],
  })
  network.quota = null
  await desk.advance(HOUR_MS)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
  expect(network.submissions).toBe(2)
})

test('behavior: a reset that our clock takes for past holds the whole project back, without a storm', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.quota = { limit: 20, remaining: 0, resetsAt: new Date(desk.clock.ms - 300_000) }
  const refusal = { status: 429, body: { code: 'refresh_limit_exceeded' }, headers: network.quotaHeaders() }
  network.script.push(...Array(50).fill(refusal))
  const { id } = await desk.submit(operator, ids(2500))
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  expect((await desk.read(id)).batches.map(({ wait }) => wait)).toEqual(['quota', 'quota', 'quota'])
})

test('behavior: a reset that is days away is no reason to sleep for days', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(desk.clock.ms + 99 * HOUR_MS) }
  const { id } = await desk.submit(operator, ids(1500))
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  network.quota = null
  await desk.advance(70 * 60_000)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
})
