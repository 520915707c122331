import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../db/test-database.ts'
import { systemClock } from '../immutable/clock.ts'
import { listCollections } from '../immutable/imx/list-collections.ts'
import { createNetworks } from './networks.ts'

const RATE = 8

test('default: two instances on one database together keep the rate of a network', async () => {
  const database = await openTestDatabase()
  const arrivals: number[] = []
  const server = createServer((_, response) => {
    arrivals.push(performance.now())
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"result":[],"cursor":"","remaining":0}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await database.close()
  })
  const { port } = server.address() as AddressInfo
  const settings = {
    slug: 'imx',
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: null,
    requestsPerSecond: RATE,
  } as const
  const instances = [1, 2].map(() => createNetworks([settings], systemClock, database).get('imx').client)
  // Page sizes differ, because equal reads in flight would share one call.
  const asked = Array.from({ length: RATE * 3 }, (_, index) =>
    instances.map((client) => listCollections(client, { pageSize: 1 + index })),
  )
  await Promise.all(asked.flat())
  expect(arrivals).toHaveLength(RATE * 6)
  // Six bursts, so five pauses of more than a second each; two that do not know of each other need two.
  const took = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)
  expect(took).toBeGreaterThan(4_500)
})
