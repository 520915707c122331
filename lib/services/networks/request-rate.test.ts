import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { createNetworks } from './networks.ts'

/** One request in 1,200 seconds, as `TOGETHER` in the limiter stretches a second: however slow a machine is, no start comes by. */
const PER_SECOND = 0.001
const WINDOW_MS = 1_200_000
const REQUESTS = 6

test('default: two instances on one database together keep the rate of a network', async () => {
  const database = await openTestDatabase()
  let arrivals = 0
  const server = createServer((_, response) => {
    arrivals += 1
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
  const baseUrl = `http://127.0.0.1:${port}`
  const settings = { slug: 'imx', baseUrl, apiKey: null, requestsPerSecond: PER_SECOND } as const
  const pauses: number[] = []
  const clock = { now: () => 0, monotonic: () => 0, sleep: async (ms: number) => void pauses.push(ms) }
  const instances = [1, 2].map(() => createNetworks([settings], clock, database).get('imx').provider)
  // Page sizes differ, because equal reads in flight would share one call.
  const asked = Array.from({ length: REQUESTS / 2 }, (_, index) =>
    instances.map(({ catalog }) => catalog.listCollections({ pageSize: 1 + index })),
  )
  await Promise.all(asked.flat())
  expect(arrivals).toBe(REQUESTS)
  // The first goes at once; each further one waits for its own window, whichever instance it is of.
  const windows = pauses.map((ms) => Math.ceil(ms / WINDOW_MS)).toSorted((a, b) => a - b)
  expect(windows).toEqual(Array.from({ length: REQUESTS - 1 }, (_, index) => index + 1))
})
