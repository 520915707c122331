import { expect, test } from 'vitest'
import { decideBatch } from '../../refreshes/lost/decide-batch.ts'
import { ids, setUpEngine } from '../../testing/test-engine.ts'

const MINUTE_MS = 60_000

/** A lost request of two tokens, before which the network has one of the same size of which it tells no time. */
async function setUp({ isTaken = false, isOld = true } = {}) {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  const other = network.take(ids(2, 50))
  if (isOld) await desk.advance(2 * 60 * MINUTE_MS)
  await desk.sign()
  network.script.push(isTaken ? 'accept_and_drop' : 'drop')
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  const later = await desk.submit(operator, ['8', '9'])
  const readBatch = async () => {
    const [batch] = (await desk.read(id)).batches
    if (!batch) throw new Error('The refresh has no batch.')
    return batch
  }
  /** Works on through so many minutes, with a look at every `step` of them. */
  const pass = async (minutes: number, step = 1) => {
    for (let minute = 0; minute < minutes; minute += step) await desk.advance(step * MINUTE_MS)
  }
  const countAsked = async () =>
    (await desk.read(id)).activity.filter(({ kind }) => kind === 'batch_needs_person').length
  const sentLater = async () => (await desk.read(later.id)).batches[0]?.sentAt
  return { ...engine, other, id, readBatch, pass, countAsked, sentLater }
}

const untimed = { listed: { started_at: null }, status: { started_at: null } }

test('behavior: a request without a time that may be the lost one leaves the decision to a person, after a while', async () => {
  const { network, operator, other, id, readBatch, pass, countAsked, sentLater } = await setUp({
    isOld: false,
  })
  network.odd.set(other, untimed)
  await pass(14, 2)
  expect(await readBatch()).toMatchObject({ state: 'lost', search: { needsPerson: false } })
  await pass(30, 2)
  expect(await readBatch()).toMatchObject({
    state: 'lost',
    resends: 0,
    search: { needsPerson: true, isComplete: false, candidates: [{ reference: other, startedAt: null }] },
  })
  expect([network.submissions, await sentLater()]).toEqual([1, null])
  await pass(30, 10)
  expect(await countAsked()).toBe(1)
  await decideBatch(operator, id, 1, { choice: 'send_again' })
  await pass(1)
  expect(await readBatch()).toMatchObject({ state: 'sent' })
  expect([network.submissions, await sentLater()]).toEqual([3, expect.any(String)])
})

test('behavior: a list that can never be read leaves the decision to a person, who may give the batch up', async () => {
  const { network, operator, id, readBatch, pass, countAsked, sentLater } = await setUp()
  network.readStatus = 500
  await pass(14, 2)
  expect(await readBatch()).toMatchObject({ search: { needsPerson: false } })
  await pass(70, 10)
  expect(await readBatch()).toMatchObject({
    state: 'lost',
    search: { needsPerson: true, isComplete: false, candidates: [] },
  })
  expect(await countAsked()).toBe(1)
  await decideBatch(operator, id, 1, { choice: 'give_up' })
  network.readStatus = null
  await pass(5)
  expect(await readBatch()).toMatchObject({ state: 'rejected' })
  expect(await sentLater()).toEqual(expect.any(String))
})

test('behavior: after a person was asked, a complete list still decides by itself', async () => {
  const { network, readBatch, pass } = await setUp({ isTaken: true })
  const reference = network.taken.at(-1)?.id
  network.readStatus = 500
  await pass(90, 10)
  expect(await readBatch()).toMatchObject({ search: { needsPerson: true } })
  network.readStatus = null
  await pass(6)
  expect(await readBatch()).toMatchObject({ state: 'sent', reference })
})

test('behavior: an old request without a time keeps no search from deciding', async () => {
  const { network, other, readBatch, pass } = await setUp()
  // It stands behind one that is surely older than the lost request.
  network.odd.set(other, untimed)
  network.take(ids(3, 70), crypto.randomUUID(), new Date(network.clock.now().getTime() - 60 * MINUTE_MS))
  await pass(18, 2)
  expect(await readBatch()).toMatchObject({ state: 'sent', resends: 1 })
})

test('behavior: a request without a time that is of another size keeps no search from deciding', async () => {
  const { network, readBatch, pass } = await setUp()
  network.odd.set(network.take(ids(7, 90)), untimed)
  await pass(18, 2)
  expect(await readBatch()).toMatchObject({ state: 'sent', resends: 1 })
})

test('behavior: one that the list shows three times is one', async () => {
  const { network, readBatch, pass } = await setUp({ isTaken: true })
  const reference = network.taken.at(-1)?.id
  network.timesListed = 3
  await pass(1)
  expect(await readBatch()).toMatchObject({ state: 'sent', reference })
})
