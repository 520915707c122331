import { expect, test } from 'vitest'
import { HOUR_MS, ids, setUpEngine } from '../../testing/test-engine.ts'
import { planRetry } from './plan-retry.ts'
import { retryRefreshes } from './retry-refreshes.ts'

type Engine = Awaited<ReturnType<typeof setUpEngine>>

const failure = (error_code: string, client_response_status_code: number | null) => ({
  error_code,
  client_response_status_code,
})
const notFound = failure('invalid_response_status_code', 404)
const nothingLeft = { notRetryable: 0, succeededSince: 0, refreshing: 0 }

async function settle({ desk, operator }: Engine, tokens: string[]) {
  const refresh = await desk.submit(operator, tokens)
  await desk.doDueWork()
  await desk.advance(2_000)
  await desk.sign()
  return desk.read(refresh.id)
}

test('default: failed tokens of one refresh, or of one cause, without those no retry can mend', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.failures.set('2', notFound).set('3', failure('invalid_response_status_code', 500))
  network.failures.set('4', failure('token_not_found', null))
  const { id, number, causes } = await settle(engine, ids(5))
  const causeOf = (status: number | null) => causes.find(({ httpStatus }) => httpStatus === status)?.key ?? ''
  const one = { refreshes: [id], cause: causeOf(500) }
  expect((await planRetry(operator, one)).items).toMatchObject([{ tokens: 1, requests: 1 }])
  expect(await planRetry(operator, { refreshes: [id] })).toMatchObject({
    items: [{ tokens: 2, requests: 1, hasSignature: true, ownerAddress: desk.ownerAddress }],
    leftOut: { ...nothingLeft, notRetryable: 1 },
  })
  const hopeless = { refreshes: [id], cause: causeOf(null) }
  await expect(retryRefreshes(operator, hopeless)).rejects.toMatchObject({
    code: 'conflict',
    meta: { reason: 'nothing_to_retry' },
  })
  const { items } = await retryRefreshes(operator, one)
  expect(items).toMatchObject([{ retryOf: [{ id, number }], progress: { total: 1 } }])
  const source = await desk.read(id)
  expect(source.retries).toMatchObject([{ id: items[0]?.id }])
  expect(source.activity[0]).toMatchObject({ kind: 'retried', data: { tokens: 1 } })
})

test('default: several refreshes together take each token once, in the fewest requests', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  for (const token of ids(1_400)) network.failures.set(token, notFound)
  const first = await settle(engine, ids(800))
  const second = await settle(engine, ids(800, 601))
  const keys = [second.id, `R-${first.number}`, first.id]
  expect((await planRetry(operator, { refreshes: keys })).items).toMatchObject([
    { tokens: 1_400, requests: 2 },
  ])
  const { items } = await retryRefreshes(operator, { refreshes: keys })
  expect(items.map(({ batchCount, note }) => [batchCount, note])).toEqual([[2, null]])
  expect(items[0]?.retryOf.map(({ number }) => number)).toEqual([first.number, second.number])
  await desk.doDueWork()
  expect(network.taken.slice(-2).flatMap(({ tokenIds }) => tokenIds)).toEqual(ids(1_400))
})

test('behavior: leaves out what is being refreshed and what a later refresh succeeded with', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  for (const token of ids(4)) network.failures.set(token, notFound)
  const first = await settle(engine, ids(4))
  network.failures.delete('1')
  await settle(engine, ['1'])
  network.isSlow = true
  await desk.submit(operator, ['2'])
  await desk.doDueWork()
  const plan = await planRetry(operator, { refreshes: [first.id] })
  expect(plan.items).toMatchObject([{ tokens: 2 }])
  expect(plan.leftOut).toEqual({ notRetryable: 0, succeededSince: 1, refreshing: 1 })
  const { items } = await retryRefreshes(operator, { refreshes: [first.id] })
  expect(items).toMatchObject([{ progress: { total: 2 } }])
  expect(await planRetry(operator, { refreshes: [first.id] })).toEqual({
    items: [],
    leftOut: { notRetryable: 0, succeededSince: 1, refreshing: 3 },
  })
})

test('behavior: a success before the failure is no reason to leave a token out', async () => {
  const engine = await setUpEngine()
  const { network, operator } = engine
  await settle(engine, ['1'])
  network.failures.set('1', notFound)
  const { id } = await settle(engine, ['1'])
  expect((await planRetry(operator, { refreshes: [id] })).items).toMatchObject([{ tokens: 1 }])
})

test('behavior: pressed twice it starts once, with a key or without, by one member or by two', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.failures.set('1', notFound)
  const { id } = await settle(engine, ['1'])
  const input = { refreshes: [id] }
  const [made, same] = await Promise.all([1, 2].map(() => retryRefreshes(operator, input, 'retry-1')))
  expect(same?.items[0]?.id).toBe(made?.items[0]?.id)
  expect((await retryRefreshes(operator, input, 'retry-1')).items).toMatchObject([{ id: made?.items[0]?.id }])
  const another = retryRefreshes(operator, { ...input, cause: 'other' }, 'retry-1')
  await expect(another).rejects.toMatchObject({ meta: { reason: 'idempotency_key' } })
  const late = retryRefreshes(await desk.join('operator'), input)
  await expect(late).rejects.toMatchObject({ meta: { reason: 'nothing_to_retry' } })
})

test('behavior: of two members who press at the same moment one starts it', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.failures.set('1', notFound)
  const { id } = await settle(engine, ['1'])
  const other = await desk.join('operator')
  const ends = await Promise.allSettled(
    [operator, other].map((ctx) => retryRefreshes(ctx, { refreshes: [id] })),
  )
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('behavior: while an outcome is unknown the failed tokens may be retried, the unknown ones never', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(desk.clock.ms + HOUR_MS) }
  network.failures.set('1', notFound)
  const { id } = await desk.submit(operator, ids(1_001))
  await desk.doDueWork()
  await desk.advance(2_000)
  await expect(planRetry(operator, { refreshes: [id] })).rejects.toMatchObject({
    meta: { reason: 'not_finished' },
  })
  network.script.push('drop')
  network.quota = { limit: 20, remaining: 20, resetsAt: new Date(desk.clock.ms + 3 * HOUR_MS) }
  await desk.advance(HOUR_MS)
  expect(await desk.read(id)).toMatchObject({ state: 'unknown', progress: { failed: 1, unknown: 1 } })
  await desk.sign()
  const { items } = await retryRefreshes(operator, { refreshes: [id] })
  expect(items).toMatchObject([{ progress: { total: 1 } }])
})

test('error: without the role, the signature, or the refresh', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.failures.set('1', notFound)
  const { id } = await settle(engine, ['1'])
  const input = { refreshes: [id] }
  const viewer = await desk.join('viewer')
  await expect(retryRefreshes(viewer, input)).rejects.toMatchObject({ code: 'forbidden' })
  const strange = { refreshes: [id, crypto.randomUUID()] }
  await expect(retryRefreshes(operator, strange)).rejects.toMatchObject({ code: 'not_found' })
  await desk.work.db.signature.updateMany({
    data: { sealed: null, endedAt: new Date(), endReason: 'deleted' },
  })
  expect((await planRetry(viewer, input)).items).toMatchObject([{ hasSignature: false }])
  await expect(retryRefreshes(operator, input)).rejects.toMatchObject({ meta: { reason: 'needs_signature' } })
  expect(await desk.work.db.refresh.count()).toBe(1)
})
