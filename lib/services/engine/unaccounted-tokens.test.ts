import { expect, test } from 'vitest'
import { RefreshQuery } from '../../domain/refreshes/model-schema.ts'
import { listRefreshes } from '../refreshes/list-refreshes.ts'
import { planRetry } from '../refreshes/retry/plan-retry.ts'
import { retryRefreshes } from '../refreshes/retry/retry-refreshes.ts'
import { ids, setUpEngine, setUpTaken } from '../testing/test-engine.ts'

type Report = { summary: Record<string, number>; failures?: string[] }

/** Twenty tokens of which the network says this when it has completed them. */
async function complete({ summary, failures = [] }: Report) {
  const engine = await setUpTaken()
  const { network, desk, operator, id, taken } = engine
  network.odd.set(taken.id, { status: { status: 'completed', summary }, failures })
  await desk.advance(2_000)
  await desk.sign()
  const tokens = await desk.work.db.refreshToken.groupBy({ by: ['state'], _count: true })
  const byState = Object.fromEntries(tokens.map(({ state, _count }) => [state, _count]))
  const plan = await planRetry(operator, { refreshes: [id] })
  return { ...engine, id, detail: await desk.read(id), byState, plan }
}

test('default: failures of tokens outside the batch are not its own, so which tokens failed is unknown', async () => {
  const { detail, byState, plan, desk } = await complete({
    summary: { succeeded: 18, failed: 2, pending: 0 },
    failures: ['9001', '9002'],
  })
  expect(detail).toMatchObject({
    state: 'partly_failed',
    progress: { total: 20, succeeded: 18, failed: 2, pending: 0, unknown: 0 },
    causes: [],
    batches: [{ reason: expect.stringMatching(/lists none of them.*2 .* outside this batch/) }],
  })
  expect(byState).toEqual({ unknown: 20 })
  expect(await desk.work.db.failure.count()).toBe(0)
  expect(plan.items).toMatchObject([{ tokens: 20, unknown: 20 }])
})

test('behavior: where it names its own failures as well, those tokens failed and the others succeeded', async () => {
  const { detail, byState, plan } = await complete({
    summary: { succeeded: 18, failed: 2, pending: 0 },
    failures: ['9001', '3', '4'],
  })
  expect(detail).toMatchObject({
    causes: [{ count: 2 }],
    batches: [{ reason: expect.stringMatching(/1 .* outside this batch/) }],
  })
  expect(byState).toEqual({ failed: 2, succeeded: 18 })
  expect(plan.items).toMatchObject([{ tokens: 2, unknown: 0 }])
})

test('behavior: where it names some of its failures, the other tokens are unknown', async () => {
  const { byState, plan } = await complete({
    summary: { succeeded: 18, failed: 2, pending: 0 },
    failures: ['3'],
  })
  expect(byState).toEqual({ failed: 1, unknown: 19 })
  expect(plan.items).toMatchObject([{ tokens: 20, unknown: 19 }])
})

test('behavior: it names more failures than it counts, and those it names count', async () => {
  const { detail, byState } = await complete({
    summary: { succeeded: 18, failed: 0, pending: 2 },
    failures: ['3', '4'],
  })
  expect(detail.progress).toMatchObject({ succeeded: 18, failed: 2, pending: 0, unknown: 0 })
  expect(byState).toEqual({ failed: 2, succeeded: 18 })
})

test('default: tokens that a completed batch does not account for are unknown, and a retry takes them', async () => {
  const { detail, byState, plan, id, network, desk, operator } = await complete({
    summary: { succeeded: 1, failed: 0, pending: 0 },
  })
  const progress = { total: 20, succeeded: 1, failed: 0, pending: 0, unknown: 19, cancelled: 0 }
  expect(detail).toMatchObject({
    state: 'inconclusive',
    progress,
    finishedAt: expect.any(String),
    batches: [{ state: 'finished', progress, reason: expect.stringContaining('19 of 20 tokens') }],
  })
  expect(detail.activity[0]).toMatchObject({
    kind: 'finished',
    data: { succeeded: 1, failed: 0, unknown: 19 },
  })
  expect((await listRefreshes(operator, RefreshQuery.parse({ problems: '1' }))).items).toMatchObject([
    { id, progress },
  ])
  // Which one succeeded, nobody can say.
  expect(byState).toEqual({ unknown: 20 })
  expect(plan.items).toMatchObject([{ tokens: 20, unknown: 20, requests: 1 }])
  network.isSlow = false
  const { items } = await retryRefreshes(operator, { refreshes: [id] })
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(items[0]?.id ?? '')).toMatchObject({ state: 'succeeded', progress: { total: 20 } })
  expect(await planRetry(operator, { refreshes: [id] })).toMatchObject({
    items: [],
    leftOut: { succeededSince: 20 },
  })
})

test('behavior: a retry of one cause takes no token whose outcome is unknown', async () => {
  const { detail, operator, id } = await complete({
    summary: { succeeded: 18, failed: 2, pending: 0 },
    failures: ['3'],
  })
  const plan = await planRetry(operator, { refreshes: [id], cause: detail.causes[0]?.key })
  expect(plan.items).toMatchObject([{ tokens: 1, unknown: 0 }])
})

test('behavior: what the network says on the way is stored for tokens of the batch alone', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(20))
  await desk.doDueWork()
  const summary = { succeeded: 5, failed: 10, pending: 5 }
  const failures = ['3', ...ids(199, 9_001)]
  network.odd.set(network.taken[0]?.id ?? '', { status: { status: 'in_progress', summary }, failures })
  await desk.advance(2_000)
  expect((await desk.read(id)).causes).toMatchObject([{ count: 1 }])
})
