import { expect, onTestFinished, test, vi } from 'vitest'
import { sign } from '../../sandbox/testing/world.ts'
import { setDatabase } from '../db/connection/open-database.ts'
import { RefreshQuery } from '../domain/refreshes/model-schema.ts'
import { getImport } from '../services/imports/get-import.ts'
import { startImport } from '../services/imports/start-import.ts'
import { listRefreshes } from '../services/refreshes/list-refreshes.ts'
import { openTestCollection } from '../services/testing/test-collection.ts'
import { startJobs, stopJobs } from './start-jobs.ts'

const SOON = { timeout: 120_000, interval: 20 }

test('default: an import is taken up after a restart, and what it found is watched to its end', async () => {
  const { world, database, operator, collection, key, desk } = await openTestCollection(20)
  setDatabase(database)
  onTestFinished(stopJobs)
  await world.control('POST', '/tokens', {
    collection_address: collection,
    token_ids: ['3', '4'],
    behaviour: 'not_found',
  })
  const headers = await sign(desk.owner)
  for (const ids of [['1', '2', '3'], ['4'], ['5']]) await world.submit(headers, collection, ids)
  await startImport(operator, key)
  await startJobs()
  const history = async () =>
    (await listRefreshes(operator, RefreshQuery.parse({}))).items.map(({ state, progress, source }) => [
      source,
      state,
      progress.failed,
      progress.total,
    ])
  await vi.waitFor(async () => {
    expect(await getImport(operator, key)).toMatchObject({ state: 'complete', listed: 3, imported: 3 })
    expect(await history()).toEqual([
      ['import', 'succeeded', 0, 1],
      ['import', 'failed', 1, 1],
      ['import', 'partly_failed', 1, 3],
    ])
  }, SOON)
  await vi.waitFor(
    async () => expect(await desk.work.db.signature.count({ where: { endedAt: null } })).toBe(0),
    SOON,
  )
})
