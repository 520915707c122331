import { expect, test } from 'vitest'
import { ids, setUpEngine } from '../../testing/test-engine.ts'
import { searchNow } from './search-now.ts'

const MINUTE_MS = 60_000

/** A lost request that the network took, and that no search could find so far. */
async function setUpLost() {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.isSlow = true
  network.script.push('accept_and_drop')
  const { id } = await desk.submit(operator, ids(5))
  network.readStatus = 500
  await desk.doDueWork()
  await desk.advance(4 * MINUTE_MS)
  return { ...engine, id }
}

test('default: an operator has a lost batch searched for at once', async () => {
  const { network, desk, operator, id } = await setUpLost()
  network.readStatus = null
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({ batches: [{ state: 'lost' }] })
  await searchNow(operator, id, 1)
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({ batches: [{ state: 'sent', reference: network.taken[0]?.id }] })
})

test('behavior: however often it is asked for, the network is searched once in five seconds', async () => {
  const { network, desk, operator, id } = await setUpLost()
  const other = network.take(ids(5, 5_000))
  network.readStatus = null
  await searchNow(operator, id, 1)
  await desk.doDueWork()
  const searched = async () => (await desk.read(id)).batches[0]?.search
  expect((await searched())?.candidates.map(({ reference }) => reference)).toContain(other)
  const { searches } = (await searched()) ?? {}
  for (let presses = 0; presses < 3; presses++) await searchNow(operator, id, 1)
  await desk.doDueWork()
  expect((await searched())?.searches).toBe(searches)
  await desk.advance(5_000)
  expect((await searched())?.searches).toBe((searches ?? 0) + 1)
})

test('error: a viewer, a batch that is not there, one whose outcome is known', async () => {
  const { network, desk, operator, id } = await setUpLost()
  await expect(searchNow(await desk.join('viewer'), id, 1)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(searchNow(operator, id, 2)).rejects.toMatchObject({ code: 'not_found' })
  network.readStatus = null
  await searchNow(operator, id, 1)
  await desk.doDueWork()
  await expect(searchNow(operator, id, 1)).rejects.toMatchObject({ meta: { reason: 'doubt_ended' } })
})
