import { expect, onTestFinished, test, vi } from 'vitest'
import { setDatabase } from '../db/connection/open-database.ts'
import { getIndex } from '../services/assets/get-index.ts'
import { startIndex } from '../services/assets/start-index.ts'
import { readCollection } from '../services/collections/read-collection.ts'
import { submitRefresh } from '../services/refreshes/submit-refresh.ts'
import { openTestCollection } from '../services/testing/test-collection.ts'
import { startJobs, stopJobs } from './start-jobs.ts'

const SOON = { timeout: 120_000, interval: 20 }

test('default: a walk and the queries that wait for it are taken up after a restart, and end by themselves', async () => {
  const { database, operator, collection, key, desk } = await openTestCollection(1_200)
  setDatabase(database)
  onTestFinished(stopJobs)
  await readCollection(operator, key)
  await startIndex(operator, key)
  const submit = (query: { name?: string }) =>
    submitRefresh(operator, { network: 'imx', collection, selection: { query, except: ['7'] } })
  const before = [await submit({}), await submit({ name: 'relic' })]
  await startJobs()
  await vi.waitFor(
    async () => expect(await getIndex(operator, key)).toMatchObject({ state: 'complete' }),
    SOON,
  )
  const during = await submit({})
  for (const { id } of [...before, during]) {
    await vi.waitFor(async () => {
      const { expanding, batches, progress } = await desk.read(id)
      expect(expanding).toBe(null)
      expect(progress.total).toBe(1_199)
      expect(batches.map(({ reference }) => reference)).toEqual([expect.any(String), expect.any(String)])
    }, SOON)
  }
})
