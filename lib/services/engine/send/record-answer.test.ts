import { expect, test } from 'vitest'
import { allStates, ids, setUpEngine } from '../../testing/test-engine.ts'

test.each([
  ['a lost answer', 'drop'],
  ['a lost acceptance', 'accept_and_drop'],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['202 without an id', { status: 202, body: {} }],
  ['409', { status: 409 }],
] as const)(
  'behavior: after %s the outcome is unknown: nothing failed, and nothing as large goes out',
  async (_name, answer) => {
    const { network, desk, operator } = await setUpEngine()
    network.script.push('accept', answer)
    const { id } = await desk.submit(operator, ids(3000))
    await desk.doDueWork()
    await desk.advance(1_900)
    const detail = await desk.read(id)
    expect(allStates(detail)).toEqual(['finished', 'lost', 'planned'])
    expect(detail).toMatchObject({
      state: 'unknown',
      progress: { succeeded: 1000, unknown: 1000, pending: 1000, failed: 0 },
    })
    expect(detail.finishedAt).toBeNull()
    expect(network.submissions).toBe(2)
  },
)

test('behavior: a request that was found again counts as spent, though no header told of it', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.quota = { limit: 20, remaining: 2, resetsAt: new Date(desk.clock.ms + 1_800_000) }
  network.script.push('accept', 'accept_and_drop')
  const { id } = await desk.submit(operator, ids(2500))
  await desk.doDueWork()
  for (let look = 0; look < 3; look++) await desk.advance(60_000)
  const detail = await desk.read(id)
  expect(allStates(detail)).toEqual(['finished', 'finished', 'planned'])
  expect(detail.state).toBe('waiting_quota')
  expect(network.submissions).toBe(2)
})

test('behavior: a network in trouble turns two batches unknown, and no more', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push({ status: 503 }, { status: 503 })
  const { id } = await desk.submit(operator, ids(3500))
  await desk.doDueWork()
  await desk.advance(60_000)
  expect(network.submissions).toBe(2)
  expect(await desk.read(id)).toMatchObject({
    state: 'unknown',
    batches: [{ state: 'lost' }, { wait: 'turn' }, { wait: 'turn' }, { state: 'lost' }],
  })
})

test.each([400, 404, 413, 422, 302])(
  'behavior: %i rejects the batch with the reason, and the others go on',
  async (status) => {
    const { network, desk, operator } = await setUpEngine()
    const message = 'The network does not want these'
    network.script.push('accept', {
      status,
      body: { code: 'bad_request', message },
      headers: { location: '/x' },
    })
    const { id } = await desk.submit(operator, ids(2100))
    await desk.doDueWork()
    await desk.advance(2_000)
    const detail = await desk.read(id)
    expect(allStates(detail)).toEqual(['finished', 'rejected', 'finished'])
    expect(detail).toMatchObject({ state: 'partly_failed', progress: { succeeded: 1100, failed: 1000 } })
  },
)

test('behavior: a network that cannot be reached is tried again later, and nothing is lost', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(2))
  await network.close()
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({
    state: 'running',
    batches: [{ state: 'planned', wait: 'backoff', sentAt: null }],
  })
  expect(await desk.work.db.attempt.findMany()).toMatchObject([{ outcome: 'planned' }])
})

test('behavior: a 429 without limit headers backs off, longer each time', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push({ status: 429 }, { status: 429 })
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  expect((await desk.read(id)).batches[0]).toMatchObject({ state: 'planned', wait: 'backoff' })
  await desk.advance(2_000)
  await desk.advance(3_000)
  expect(network.submissions).toBe(2)
  await desk.advance(1_000)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
})
