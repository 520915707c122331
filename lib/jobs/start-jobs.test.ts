import { expect, onTestFinished, test, vi } from 'vitest'
import { openScriptedNetwork } from '../../sandbox/testing/scripted-network.ts'
import { setDatabase } from '../db/connection/open-database.ts'
import { openTestDatabase } from '../db/connection/test-database.ts'
import { newAccount, newAddress, openTestDesk } from '../services/testing/test-desk.ts'
import { areJobsRunning, startJobs, stopJobs } from './start-jobs.ts'

const SOON = { timeout: 120_000, interval: 20 }

async function setUp() {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  const database = await openTestDatabase()
  setDatabase(database)
  const owner = newAccount()
  const collection = newAddress()
  const network = await openScriptedNetwork({ owner: owner.address, collection })
  vi.stubEnv('IMX_BASE_URL', network.url)
  vi.stubEnv('IMX_REQUESTS_PER_SECOND', '0')
  const desk = openTestDesk({ database, baseUrl: network.url, collection, owner })
  onTestFinished(async () => {
    await stopJobs()
    await network.close()
    await database.close()
  })
  await desk.sign()
  return { network, desk, operator: await desk.join('operator') }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))

test('default: a submitted refresh is sent, watched and settled by itself, across a restart of the jobs', async () => {
  const { network, desk, operator } = await setUp()
  const before = await desk.submit(operator, ids(1001))
  expect(network.submissions).toBe(0)
  await startJobs()
  expect(areJobsRunning()).toBe(true)
  await vi.waitFor(async () => expect((await desk.read(before.id)).state).toBe('succeeded'), SOON)

  network.isSlow = true
  await desk.sign()
  const across = await desk.submit(operator, ['5', '6'])
  await vi.waitFor(
    async () => expect((await desk.read(across.id)).batches[0]?.stage).toBe('in_progress'),
    SOON,
  )
  await stopJobs()
  expect(areJobsRunning()).toBe(false)
  for (const taken of network.taken) taken.isCompleted = true
  await startJobs()
  await vi.waitFor(async () => expect((await desk.read(across.id)).state).toBe('succeeded'), SOON)
  expect(network.submissions).toBe(3)
})
