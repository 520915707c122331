import { expect, test } from 'vitest'
import type { AssetFilter } from '../../../domain/assets/asset-filter-schema.ts'
import { countSelection } from '../../assets/count-selection.ts'
import { syncIndex } from '../../assets/sync-index.ts'
import { readCollection } from '../../collections/read-collection.ts'
import { submitRefresh } from '../../refreshes/submit-refresh.ts'
import { finishRefresh } from '../../testing/test-outcomes.ts'
import { openTestQueries, sorted, upTo } from '../../testing/test-queries.ts'
import { expandRefresh } from './expand-refresh.ts'
import { findDueExpanding } from './find-due-expanding.ts'

const DAY_MS = 24 * 3_600_000

test('default: a query that only the network can answer is collected page by page, sent meanwhile, and survives a restart', async () => {
  const { desk, open, submit, listTokens, changeTokens } = await openTestQueries(2_450)
  const { id, state } = await submit({ name: 'relic' }, { except: ['17', '2000'] }, 'one')
  expect(state).toBe('running')
  expect((await submit({ name: 'relic' }, { except: ['17', '2000'] }, 'one')).id).toBe(id)
  await expect(submit({ name: 'other' }, {}, 'one')).rejects.toMatchObject({ code: 'conflict' })

  for (let page = 1; page <= 6; page++) {
    expect(await expandRefresh(desk.work, id, { maxMs: 0 })).toBeInstanceOf(Date)
  }
  await desk.doDueWork()
  const [first] = (await desk.read(id)).batches
  expect(first).toMatchObject({ reference: expect.any(String), progress: { total: 1000 } })
  expect(await desk.read(id)).toMatchObject({
    state: 'running',
    expanding: { error: null },
    batchCount: 1,
  })

  // What was collected already changes, and comes again at the end of the network's list.
  await changeTokens((await listTokens(id)).slice(0, 50), 'Changed relic')
  const { work } = open()
  expect((await findDueExpanding(work, { aheadMs: 0 })).expansions).toEqual([id])
  const both = await Promise.all([expandRefresh(work, id), expandRefresh(desk.work, id)])
  expect(both).toEqual([null, null])
  const tokens = await listTokens(id)
  expect(sorted(tokens)).toEqual(upTo(2_450).filter((token) => token !== '17' && token !== '2000'))
  const done = await desk.read(id)
  expect(done.batches.map(({ progress }) => progress.total)).toEqual([1000, 1000, 448])
  expect(done).toMatchObject({ expanding: null, progress: { total: 2_448 } })
  expect(done.activity.map(({ kind }) => kind)).toContain('expanded')
})

test('behavior: an index answers at once with what it knows after it was brought up, and nothing added later joins', async () => {
  const { desk, submit, listTokens, index, changeTokens, operator, key } = await openTestQueries(1_300)
  const collectionId = await index()
  const stored = await readCollection(operator, key)
  desk.clock.ms += 60_000
  const refresh = await submit({}, { except: ['5'] })
  expect(await expandRefresh(desk.work, refresh.id)).toBeInstanceOf(Date)
  await syncIndex(desk.work, collectionId)
  expect(await expandRefresh(desk.work, refresh.id)).toBe(null)
  const tokens = await listTokens(refresh.id)
  expect(sorted(tokens)).toEqual(upTo(1_300).filter((token) => token !== '5'))
  expect((await desk.read(refresh.id)).batches.map(({ progress }) => progress.total)).toEqual([1000, 299])

  await changeTokens(['1', '5'], 'Changed')
  await index()
  expect(await listTokens(refresh.id)).toEqual(tokens)

  // Nothing has settled yet, so only the token left out before is free.
  const all = { query: {}, except: [] }
  expect(await countSelection(operator, stored, all)).toEqual({
    tokens: 1_300,
    isAtLeast: false,
    refreshing: 1_299,
  })
  const rest = await submit({}, { leaveOutRefreshing: true })
  await syncIndex(desk.work, collectionId)
  await expandRefresh(desk.work, rest.id)
  expect(await listTokens(rest.id)).toEqual(['5'])
  const byName = await submit({ name: 'relic' }, { leaveOutRefreshing: true })
  await expandRefresh(desk.work, byName.id)
  expect(await desk.read(byName.id)).toMatchObject({
    state: 'cancelled',
    progress: { total: 0 },
    expanding: null,
  })
})

test('behavior: what the desk did to a token before chooses tokens, with an index and without', async () => {
  const { desk, submit, listTokens, index, operator, collection } = await openTestQueries(30)
  const refresh = async (ids: string[], failed: string[]) => {
    const { id: refreshId } = await submitRefresh(operator, {
      network: 'imx',
      collection,
      selection: { ids },
    })
    await finishRefresh(desk.work.db, { refreshId, failed, at: desk.work.now() })
  }
  await refresh(['1', '2', '3', '4'], ['2', '3'])
  await refresh(['3'], [])
  const choose = async (query: AssetFilter) => {
    await desk.sign()
    const { id } = await submit(query)
    await expandRefresh(desk.work, id)
    const tokens = sorted(await listTokens(id))
    await desk.work.db.batch.updateMany({ where: { refreshId: id }, data: { state: 'cancelled' } })
    await desk.work.db.refresh.update({
      where: { id },
      data: { expandState: 'stopped', state: 'cancelled' },
    })
    return tokens
  }
  for (const isIndexed of [false, true]) {
    if (isIndexed) {
      await index()
      // The walk was a moment ago; a refresh of the same moment need not wait for another.
      desk.clock.ms -= 1
    }
    expect(await choose({ lastRefresh: 'failed' })).toEqual(['2'])
    expect(await choose({ lastRefresh: 'never' })).toEqual(upTo(30).slice(4))
    expect(await choose({ lastRefresh: 'old' })).toEqual([])
  }
  desk.clock.ms += 8 * DAY_MS
  expect(await choose({ lastRefresh: 'old', name: 'relic' })).toEqual(['1', '2', '3', '4'])
})
