import { expect, onTestFinished, test } from 'vitest'
import { openScriptedNetwork } from '../../../sandbox/testing/scripted-network.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { findNetworkHealth } from '../../db/networks/network-health.ts'
import { sendNext } from '../engine/send/send-next.ts'
import { newAddress } from '../testing/test-desk.ts'
import { ids, project, setUpEngine } from '../testing/test-engine.ts'
import { createNetworks } from './networks.ts'

/** Instances on one database and one clock, that a test may start one after the other. */
async function arrange() {
  const database = await openTestDatabase()
  const network = await openScriptedNetwork({ owner: newAddress(), collection: newAddress() })
  onTestFinished(async () => {
    await network.close()
    await database.close()
  })
  const clock = { ms: Date.parse('2026-11-24T14:00:00Z') }
  const time = {
    now: () => clock.ms,
    monotonic: () => clock.ms,
    sleep: async (ms: number) => {
      clock.ms += ms
    },
  }
  const settings = { slug: 'imx', baseUrl: network.url, apiKey: null, requestsPerSecond: 0 } as const
  const start = () => createNetworks([settings], time, database).get('imx')
  const ask = (instance: ReturnType<typeof start>) =>
    instance.provider.catalog.ping().catch((error: Error) => error)
  const stored = () => findNetworkHealth(database.prisma, 'imx')
  return { network, clock, start, ask, stored }
}

test('default: who has gone is known after a restart, with the time of its last good answer, and is not asked', async () => {
  const { network, clock, start, ask, stored } = await arrange()
  const first = start()
  await ask(first)
  await expect.poll(async () => (await stored())?.state).toBe('answers')
  clock.ms += 60_000
  network.readStatus = 503
  await ask(first)
  await expect.poll(async () => (await stored())?.openings).toBe(1)
  const listings = network.listings

  const second = start()
  expect(await second.readHealth()).toMatchObject({
    state: 'unreachable',
    lastGoodAt: '2026-11-24T14:00:00.000Z',
  })
  expect(await ask(second)).toMatchObject({ kind: 'network', isWritten: false })
  expect(network.listings).toBe(listings)
  clock.ms += 2_000
  network.readStatus = null
  await ask(second)
  expect(await second.readHealth()).toMatchObject({ state: 'answers' })
  await expect.poll(async () => (await stored())?.openings).toBe(0)
  clock.ms += 2_000
  expect(await first.readHealth()).toMatchObject({ state: 'answers' })
})

test('behavior: a retired network is named so', async () => {
  const { network, start, ask } = await arrange()
  network.readStatus = 410
  const instance = start()
  await ask(instance)
  expect(await instance.readHealth()).toMatchObject({ state: 'retired', lastGoodAt: null })
})

test('behavior: nothing is submitted to a silent network; a harmless read finds it back, and everything goes on', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  const target = desk.work.networks.get('imx')
  network.readStatus = 503
  for (let n = 0; n < 4; n++) {
    await target.provider.catalog.listCollections({ pageSize: 1 + n }).catch(() => {})
    desk.clock.ms += 200
  }
  expect(target.breaker.state()).toBe('open')
  const listings = network.listings
  for (let n = 0; n < 20; n++) {
    const at = await sendNext(desk.work, project)
    expect(at?.getTime()).toBeGreaterThan(desk.clock.ms)
  }
  expect([network.submissions, network.listings]).toEqual([0, listings])
  await desk.advance(2_000)
  expect([network.submissions, network.listings]).toEqual([0, listings + 1])
  network.readStatus = null
  await desk.advance(4_000)
  await desk.advance(60_000)
  expect(network.submissions).toBe(1)
  expect(await desk.read(id)).toMatchObject({ state: 'succeeded' })
})

test('behavior: a network that takes no more submissions is tried rarely, whatever waits', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push({ status: 410 })
  await desk.submit(operator, ids(2))
  await sendNext(desk.work, project)
  const at = await sendNext(desk.work, project)
  expect(network.submissions).toBe(1)
  expect(at?.getTime()).toBe(desk.clock.ms + 60_000)
  expect(await desk.work.networks.get('imx').readHealth()).toMatchObject({ state: 'read_only' })
})
