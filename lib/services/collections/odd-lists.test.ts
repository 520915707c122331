import { expect, test } from 'vitest'
import { newAddress } from '../testing/test-desk.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'

const MINUTE_MS = 60_000

/** A refresh of two tokens whose request is lost, after others of that size that the network has had for a while. */
async function setUp(answer: 'drop' | 'accept_and_drop', older: number) {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  const before = Array.from({ length: older }, () => network.take(ids(2, 50)))
  await desk.advance(2 * 60 * MINUTE_MS)
  await desk.sign()
  network.script.push(answer)
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  const readBatch = async () => (await desk.read(id)).batches[0]
  /** Past the deadline of the search. */
  const pass = async (minutes: number, step = 3) => {
    for (let minute = 0; minute < minutes; minute += step) await desk.advance(step * MINUTE_MS)
  }
  return { ...engine, before, readBatch, pass }
}

const untimed = { listed: { started_at: null }, status: { started_at: 'long ago' } }
const nameless = { listed: { refresh_id: 'a\0b' } }

test('behavior: an old request without a time or a name does not keep a lost one from being decided', async () => {
  for (const oddity of [untimed, nameless]) {
    const { network, before, readBatch, pass } = await setUp('drop', 2)
    // The list goes from new to old: its second last has a time, so the last is no newer.
    network.odd.set(before[0] ?? '', oddity)
    await pass(18)
    expect(await readBatch()).toMatchObject({ state: 'sent', resends: 1 })
    expect(network.submissions).toBe(2)
  }
})

test('behavior: a request that cannot be named or measured, and may be the lost one, is never taken for absent', async () => {
  const unclear = [
    nameless,
    { status: { summary: { pending: 1.5 } } },
    // Taken, but its tokens are not counted yet.
    { status: { summary: { succeeded: 0, failed: 0, pending: 0 } } },
    { listed: { started_at: '0001-01-01T00:00:00Z' }, status: { started_at: '0001-01-01T00:00:00Z' } },
    { status: { started_at: '1970-01-01T00:00:00Z' }, listed: { started_at: null } },
    { httpStatus: 500 },
    { httpStatus: 404 },
  ]
  for (const oddity of unclear) {
    const { network, readBatch, pass } = await setUp('accept_and_drop', 0)
    network.odd.set(network.taken.at(-1)?.id ?? '', oddity)
    await pass(120, 10)
    expect(await readBatch(), JSON.stringify(oddity)).toMatchObject({
      state: 'lost',
      resends: 0,
      search: { needsPerson: true, isComplete: false },
    })
    expect(network.submissions).toBe(1)
  }
})

test('behavior: a search whose list goes in a circle is not complete', async () => {
  const { network, desk, readBatch, pass } = await setUp('drop', 0)
  const page = (cursor: string | null) => ({
    result: [
      {
        refresh_id: `r${cursor}`,
        collection_address: newAddress(),
        started_at: desk.work.now().toISOString(),
      },
    ],
    cursor: cursor === 'a' ? 'b' : 'a',
    remaining: 1,
  })
  network.instead = ({ what, cursor }) => (what === 'list' ? { body: page(cursor) } : null)
  await pass(18)
  expect(await readBatch()).toMatchObject({ state: 'lost', resends: 0 })
  expect(network.submissions).toBe(1)
})

test('behavior: one refresh that the network cannot tell of disturbs no other', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  const broken = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  for (const httpStatus of [500, 404, 410, 302]) {
    network.odd.set(network.taken[0]?.id ?? '', { httpStatus })
    for (let look = 0; look < 6; look++) await desk.advance(2 * MINUTE_MS)
  }
  const target = desk.work.networks.get('imx')
  const other = await desk.submit(operator, ['9'])
  await desk.doDueWork()
  expect(target.breaker.state()).toBe('closed')
  expect((await desk.read(other.id)).batches[0]?.state).toBe('sent')
  expect((await desk.read(broken.id)).batches[0]?.state).toBe('sent')
})
