import { expect, test } from 'vitest'
import { readCollection } from '../collections/read-collection.ts'
import { setUpEngine } from '../testing/test-engine.ts'
import { tryNetwork } from './try-network.ts'

/** A desk that knows its collection, on a network that has gone since. */
async function setUpSilent(readStatus: number) {
  const engine = await setUpEngine()
  const { network, desk, collection } = engine
  await readCollection(desk.work, { network: 'imx', address: collection })
  const target = desk.work.networks.get('imx')
  network.readStatus = readStatus
  for (let n = 0; n < 4; n++) {
    await target.provider.catalog.listCollections({ pageSize: 1 + n }).catch(() => {})
    desk.clock.ms += 200
  }
  return engine
}

test('default: a silent network is asked when a member wants to know, and is found back', async () => {
  const { network, desk, operator } = await setUpSilent(503)
  desk.clock.ms += 2_000
  const ask = async () => (await tryNetwork(operator, { network: 'imx' })).items[0]?.state
  expect(await ask()).toBe('unreachable')
  network.readStatus = null
  desk.clock.ms += 4_000
  expect(await ask()).toBe('answers')
})

test('error: whoever insists is told when the desk asks again, and the network is spared', async () => {
  const { network, operator } = await setUpSilent(503)
  const { listings } = network
  await expect(tryNetwork(operator, { network: 'imx' })).rejects.toMatchObject({
    code: 'rate_limited',
    message: expect.stringMatching(/^Immutable X was asked a moment ago\. The desk asks again in \d s\.$/),
  })
  expect(network.listings).toBe(listings)
})

test('error: nothing new is submitted to a network that has been closed down', async () => {
  const { desk, operator } = await setUpSilent(410)
  await expect(desk.submit(operator, ['1'])).rejects.toMatchObject({
    code: 'conflict',
    meta: { reason: 'network_closed' },
  })
  expect(await desk.work.db.refresh.count()).toBe(0)
})

test('behavior: what is submitted to a silent network waits, and a signature too old by then rejects it', async () => {
  const { network, desk, operator } = await setUpSilent(503)
  const { id } = await desk.submit(operator, ['1', '2'])
  await desk.doDueWork()
  expect(network.submissions).toBe(0)
  expect(await desk.read(id)).toMatchObject({ state: 'running' })
  network.readStatus = null
  network.script.push({ status: 401 })
  await desk.advance(120_000)
  expect(network.submissions).toBe(1)
  expect(await desk.read(id)).toMatchObject({ state: 'failed', progress: { failed: 2 } })
})
