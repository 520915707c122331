import { expect, test } from 'vitest'
import { createNetworks } from '../../networks/networks.ts'
import { decideBatch } from '../../refreshes/lost/decide-batch.ts'
import { allStates, endSignatures, ids, setUpEngine } from '../../testing/test-engine.ts'

const MINUTE_MS = 60_000

async function setUp() {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  /** Submits two batches of one size, the first of which is answered as scripted. */
  const submitLost = async (answer: 'drop' | 'accept_and_drop') => {
    network.script.push(answer)
    const { id } = await desk.submit(operator, ids(2000))
    await desk.doDueWork()
    return id
  }
  const batches = async (id: string) => (await desk.read(id)).batches
  const kinds = async (id: string) => (await desk.read(id)).activity.map(({ kind }) => kind)
  return { ...engine, submitLost, batches, kinds }
}

test('default: a lost request that the network took is found and matched, and none of its size went out before', async () => {
  const { network, desk, submitLost, batches, kinds } = await setUp()
  const id = await submitLost('accept_and_drop')
  expect(await desk.read(id)).toMatchObject({
    state: 'unknown',
    progress: { unknown: 1000, pending: 1000 },
    batches: [
      { state: 'lost', search: { searches: 0 } },
      { state: 'planned', wait: 'turn' },
    ],
  })
  expect(network.submissions).toBe(1)
  await desk.advance(3_000)
  expect(await batches(id)).toMatchObject([
    { state: 'sent', stage: 'in_progress', reference: network.taken[0]?.id, search: null },
    { state: 'sent', stage: null },
  ])
  expect(network.submissions).toBe(2)
  expect(await kinds(id)).toContain('batch_found')
})

test('default: what the network has not shown by the deadline is sent again, once, and the timeline says so', async () => {
  const { network, desk, submitLost, batches, kinds } = await setUp()
  const id = await submitLost('drop')
  await desk.advance(14 * MINUTE_MS)
  // The rest goes on as soon as one search has seen everything.
  expect(allStates(await desk.read(id))).toEqual(['lost', 'sent'])
  expect(network.submissions).toBe(2)
  await desk.advance(2 * MINUTE_MS)
  expect(await batches(id)).toMatchObject([{ state: 'sent', stage: null, resends: 1 }, { state: 'sent' }])
  expect(network.submissions).toBe(3)
  expect(await kinds(id)).toContain('batch_sent_again')
})

test('behavior: absence counts only by a list that was answered', async () => {
  const { network, desk, submitLost } = await setUp()
  const id = await submitLost('drop')
  network.readStatus = 500
  await desk.advance(20 * MINUTE_MS)
  await desk.advance(20 * MINUTE_MS)
  expect(allStates(await desk.read(id))).toEqual(['lost', 'planned'])
  network.readStatus = null
  await desk.advance(6 * MINUTE_MS)
  expect(network.submissions).toBe(3)
})

test('behavior: a second doubt waits for a person, who may send again or give up', async () => {
  const { network, desk, operator, submitLost, batches } = await setUp()
  const id = await submitLost('drop')
  await desk.advance(3_000)
  network.script.push('drop')
  await desk.advance(16 * MINUTE_MS)
  expect(await batches(id)).toMatchObject([{ state: 'lost', resends: 1, search: { needsPerson: false } }, {}])
  await expect(decideBatch(operator, id, 1, { choice: 'give_up' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await desk.advance(16 * MINUTE_MS)
  expect(await batches(id)).toMatchObject([{ state: 'lost', search: { needsPerson: true } }, {}])
  await desk.advance(120 * MINUTE_MS)
  expect(network.submissions).toBe(3)
  await decideBatch(operator, id, 1, { choice: 'give_up' })
  for (const taken of network.taken) taken.isCompleted = true
  await desk.advance(30 * MINUTE_MS)
  expect(await desk.read(id)).toMatchObject({
    state: 'partly_failed',
    progress: { failed: 1000, succeeded: 1000 },
  })
})

test('edge: a person may decide on a network that is switched off since', async () => {
  const { network, desk, operator, submitLost, batches } = await setUp()
  const id = await submitLost('accept_and_drop')
  network.take(ids(1000, 5_000))
  await desk.advance(3_000)
  const off = { ...operator, networks: createNetworks([]) }
  await decideBatch(off, id, 1, { choice: 'match', reference: network.taken[0]?.id ?? '' })
  expect(await batches(id)).toMatchObject([{ state: 'sent' }, {}])
})

test('behavior: several candidates wait for a person, who sees them and decides', async () => {
  const { network, desk, operator, submitLost, batches, kinds } = await setUp()
  const id = await submitLost('accept_and_drop')
  const foreign = network.take(ids(1000, 5_000))
  await desk.advance(3_000)
  const [lost] = await batches(id)
  expect(lost?.search?.candidates.map(({ reference }) => reference).sort()).toEqual(
    [foreign, network.taken[0]?.id].sort(),
  )
  expect(lost?.search?.needsPerson).toBe(true)
  const viewer = await desk.join('viewer')
  const reference = network.taken[0]?.id ?? ''
  await expect(decideBatch(viewer, id, 1, { choice: 'match', reference })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(decideBatch(operator, id, 1, { choice: 'match', reference: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await decideBatch(operator, id, 1, { choice: 'match', reference })
  await desk.advance(3_000)
  expect(await batches(id)).toMatchObject([
    { state: 'sent', stage: 'in_progress', reference },
    { state: 'sent' },
  ])
  expect(await kinds(id)).toContain('batch_decided')
})

test('behavior: what is older, larger, taken, or fails a foreign token is no candidate', async () => {
  const { network, desk, operator, batches, submitLost } = await setUp()
  network.take(ids(1000))
  await desk.advance(2 * MINUTE_MS)
  network.failures.set('7007', { error_code: 'token_not_found', client_response_status_code: null })
  const before = await desk.submit(operator, ids(1000))
  await desk.doDueWork()
  const id = await submitLost('drop')
  network.take(ids(999))
  network.take(ids(1000, 7_000))
  for (const taken of network.taken) taken.isCompleted = true
  await desk.advance(3_000)
  expect((await batches(id))[0]).toMatchObject({ state: 'lost', search: { searches: 1, candidates: [] } })
  expect((await batches(before.id))[0]?.state).toBe('finished')
})

test('behavior: without a signature the search waits, and the refresh says so', async () => {
  const { network, desk, submitLost } = await setUp()
  const id = await submitLost('accept_and_drop')
  await endSignatures(desk.work.db)
  await desk.advance(3_000)
  expect((await desk.read(id)).state).toBe('waiting_authority')
  await desk.sign()
  await desk.doDueWork()
  expect((await desk.read(id)).state).toBe('running')
  expect(network.submissions).toBe(2)
})

test('behavior: a batch as large of another refresh waits for its turn', async () => {
  const { network, desk, operator, submitLost } = await setUp()
  await submitLost('accept_and_drop')
  const other = await desk.submit(operator, ids(1000, 9_000))
  await desk.doDueWork()
  expect(await desk.read(other.id)).toMatchObject({ state: 'waiting_turn', batches: [{ wait: 'turn' }] })
  await desk.advance(3_000)
  expect((await desk.read(other.id)).batches[0]?.state).toBe('sent')
  expect(network.submissions).toBe(3)
})
