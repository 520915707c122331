import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../../sandbox/start-sandbox.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { createNetworks } from './networks.ts'

/** One request in 1,200 seconds, as `TOGETHER` in the limiter stretches a second: however slow a machine is, no start comes by. */
const PER_SECOND = 0.001
const WINDOW_MS = 1_200_000
const REQUESTS = 6

test('default: two instances on one database together keep the rate of a network', async () => {
  const database = await openTestDatabase()
  const { imxUrl: baseUrl, sandbox, stop } = await startSandbox({ hasDemo: false })
  onTestFinished(async () => {
    await stop()
    await database.close()
  })
  const settings = { slug: 'imx', baseUrl, apiKey: null, requestsPerSecond: PER_SECOND } as const
  const pauses: number[] = []
  const clock = { now: () => 0, monotonic: () => 0, sleep: async (ms: number) => void pauses.push(ms) }
  const instances = [1, 2].map(() => createNetworks([settings], clock, database).get('imx').provider)
  // Page sizes differ, because equal reads in flight would share one call.
  const asked = Array.from({ length: REQUESTS / 2 }, (_, index) =>
    instances.map(({ catalog }) => catalog.listCollections({ pageSize: 1 + index })),
  )
  await Promise.all(asked.flat())
  expect(sandbox.record().requests).toEqual({ collections: REQUESTS })
  // The first goes at once; each further one waits for its own window, whichever instance it is of.
  const windows = pauses.map((ms) => Math.ceil(ms / WINDOW_MS)).toSorted((a, b) => a - b)
  expect(windows).toEqual(Array.from({ length: REQUESTS - 1 }, (_, index) => index + 1))
})
