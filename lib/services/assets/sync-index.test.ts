import { expect, test } from 'vitest'
import { readCollection } from '../collections/read-collection.ts'
import { findDueExpanding } from '../engine/expand/find-due-expanding.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { checkIds } from './check-ids.ts'
import { countSelection } from './count-selection.ts'
import { getIndex } from './get-index.ts'
import { startIndex } from './start-index.ts'
import { syncIndex } from './sync-index.ts'

const MINUTE_MS = 60_000

async function setUp(tokens: number) {
  const given = await openTestCollection(tokens)
  const stored = await readCollection(given.operator, given.key)
  const list = async () =>
    (await given.database.prisma.indexedAsset.findMany())
      .map(({ tokenId }) => Number(tokenId))
      .sort((a, b) => a - b)
  return { ...given, stored, list }
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('default: a walk that is killed between pages goes on, misses nothing and takes nothing twice', async () => {
  const { desk, open, operator, key, stored, list, changeTokens } = await setUp(450)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'none', count: 0 })
  expect(await startIndex(operator, key)).toMatchObject({ state: 'running', count: 0, completedAt: null })
  expect(await syncIndex(desk.work, stored.id, { maxMs: 0 })).toBeInstanceOf(Date)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'running', count: 200 })

  // A token that was seen already changes, and comes again at the end.
  await changeTokens(['1'], 'Changed')
  const restarted = open()
  const { syncs } = await findDueExpanding(restarted.work, { aheadMs: 0 })
  expect(syncs.map(({ collectionId }) => collectionId)).toEqual([stored.id])
  // Two processes that walk at once do not count twice.
  await Promise.all([syncIndex(restarted.work, stored.id), syncIndex(desk.work, stored.id)])
  expect(await getIndex(operator, key)).toMatchObject({ state: 'complete', count: 450, error: null })
  expect(await list()).toEqual(upTo(450))
  const one = await desk.work.db.indexedAsset.findFirst({ where: { tokenId: '1' } })
  expect(one?.name).toBe('Changed')
  expect((await findDueExpanding(desk.work, { aheadMs: 0 })).syncs).toEqual([])
})

test('behavior: a complete index is brought up by what changed alone, and answers counts and ids', async () => {
  const { desk, operator, key, stored, changeTokens, world } = await setUp(450)
  const before = await checkIds(operator, key, ['1', '451'])
  expect(before).toEqual({ isChecked: false, unknownCount: 0, unknown: [] })
  await startIndex(operator, key)
  await syncIndex(desk.work, stored.id)
  const first = await getIndex(operator, key)
  expect(await startIndex(operator, key)).toEqual(first)

  await changeTokens(['7', '8'], 'Changed')
  desk.clock.ms += MINUTE_MS
  expect(await startIndex(operator, key)).toMatchObject({
    state: 'running',
    completedAt: first.completedAt,
  })
  await syncIndex(desk.work, stored.id)
  const after = await getIndex(operator, key)
  expect(after).toMatchObject({ state: 'complete', count: 450 })
  expect(Number(new Date(after.updatedUpTo ?? 0))).toBeGreaterThan(Number(new Date(first.updatedUpTo ?? 0)))
  expect(await desk.work.db.indexedAsset.count({ where: { name: 'Changed' } })).toBe(2)

  const ids = [...upTo(1_500), 3, 3].map(String)
  const checked = await checkIds(operator, key, ids)
  expect(checked).toMatchObject({ isChecked: true, unknownCount: 1_050 })
  expect(checked.unknown).toHaveLength(1_000)
  expect(checked.unknown[0]).toBe('451')
  const all = { query: {}, except: ['1', '2', '9999'] }
  expect(await countSelection(operator, stored, all)).toEqual({
    tokens: 448,
    isAtLeast: false,
    refreshing: 0,
  })
  await world.sandbox.stop()
  expect(
    await countSelection(operator, stored, { query: { lastRefresh: 'never' }, except: [] }),
  ).toMatchObject({
    tokens: 450,
  })
})

test('error: a silent network makes the walk wait, a refusal stops it, and both can be started again', async () => {
  const { desk, operator, key, stored, world, list } = await setUp(250)
  await startIndex(operator, key)
  await syncIndex(desk.work, stored.id, { maxMs: 0 })
  await world.control('POST', '/faults', { operation: '*', kind: 'status', status: 503 })
  const nextAt = await syncIndex(desk.work, stored.id)
  expect(nextAt?.getTime()).toBe(desk.clock.ms + 30_000)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'running', error: expect.any(String) })

  await world.control('DELETE', '/faults')
  // A cursor the network does not take any more is given up, not the walk.
  await desk.work.db.collectionIndex.updateMany({ data: { cursor: 'nonsense', nextStepAt: null } })
  await syncIndex(desk.work, stored.id)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'complete', count: 250, error: null })
  expect(await list()).toEqual(upTo(250))

  desk.clock.ms += MINUTE_MS
  await startIndex(operator, key)
  await world.control('POST', '/faults', { operation: '*', kind: 'status', status: 403, times: 1 })
  expect(await syncIndex(desk.work, stored.id)).toBe(null)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'stopped', error: expect.any(String) })
  await startIndex(operator, key)
  await syncIndex(desk.work, stored.id)
  expect(await getIndex(operator, key)).toMatchObject({ state: 'complete', error: null })
})

test('error: a viewer starts no walk, and a collection nobody opened has no index', async () => {
  const { desk, key } = await setUp(1)
  const viewer = await desk.join('viewer')
  await expect(startIndex(viewer, key)).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = { network: 'imx', address: `0x${'ab'.repeat(20)}` } as const
  await expect(getIndex(viewer, stranger)).rejects.toMatchObject({ code: 'not_found' })
  await expect(checkIds(viewer, stranger, ['1'])).rejects.toMatchObject({ code: 'not_found' })
})
