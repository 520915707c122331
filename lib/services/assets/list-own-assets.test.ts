import { expect, test } from 'vitest'
import { AssetQuery } from '../../domain/collections/model-schema.ts'
import { plainTraits } from '../../domain/collections/plain-traits.ts'
import { writeCursor } from '../../domain/refreshes/cursor/cursor.ts'
import { readCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { finishRefresh } from '../testing/test-outcomes.ts'
import { listAssets } from './list-assets.ts'
import { startIndex } from './start-index.ts'
import { syncIndex } from './sync-index.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))

async function setUp(tokens: number) {
  const given = await openTestCollection(tokens)
  const { desk, operator, key } = given
  const { id } = await readCollection(operator, key)
  const index = async () => {
    await startIndex(operator, key)
    await syncIndex(desk.work, id)
  }
  /** Every page of a list, put together. */
  const list = async (ctx: ServiceContext, query: Partial<Record<keyof AssetQuery, unknown>>) => {
    const pages = []
    let cursor: string | undefined
    do {
      const page = await listAssets(ctx, { collection: key, query: AssetQuery.parse({ ...query, cursor }) })
      pages.push(page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return pages
  }
  const markFailed = async (ids: string[]) => {
    const { id: refreshId } = await desk.submit(operator, ids)
    await finishRefresh(desk.work.db, { refreshId, failed: ids, at: desk.work.now() })
  }
  return { ...given, index, list, markFailed }
}

test('default: what failed here last, or never ran, is listed page by page, from the index and without it', async () => {
  const { operator, desk, index, list, markFailed, key } = await setUp(230)
  const failed = upTo(230).filter((id) => Number(id) % 5 === 0)
  await markFailed(failed)
  const viewer = await desk.join('viewer')
  const idsOf = (pages: Awaited<ReturnType<typeof list>>) => pages.flat().map(({ tokenId }) => tokenId)
  for (const isIndexed of [false, true]) {
    if (isIndexed) await index()
    for (const order of [
      { orderBy: 'updated_at', direction: 'desc' },
      { orderBy: 'name', direction: 'asc' },
    ]) {
      const all = idsOf(await list(viewer, { ...order, pageSize: 200 }))
      const pages = await list(viewer, { ...order, lastRefresh: 'failed', pageSize: 10 })
      expect(pages.map((page) => page.length).slice(0, 4)).toEqual([10, 10, 10, 10])
      const found = idsOf(pages)
      expect(found.toSorted()).toEqual(failed.toSorted())
      if (order.orderBy === 'updated_at') expect(found).toEqual(all.filter((id) => failed.includes(id)))
      const [first] = pages.flat()
      expect(first).toMatchObject({
        name: expect.any(String),
        owner: expect.stringMatching(/^0x/),
        lastRefresh: { state: 'failed' },
      })
      expect(idsOf(await list(viewer, { ...order, lastRefresh: 'never', pageSize: 60 }))).toHaveLength(184)
    }
    const byName = await list(viewer, { lastRefresh: 'failed', name: 'relic', pageSize: 200 })
    expect(idsOf(byName)).toHaveLength(46)
  }
  const nowhere = [
    'nonsense',
    writeCursor({ key: '%00', id: '1' }),
    writeCursor({ key: 'Relic', id: '\0' }),
    writeCursor({ key: '%', id: '1' }),
  ]
  for (const cursor of nowhere) {
    const query = AssetQuery.parse({ lastRefresh: 'never', cursor })
    await expect(listAssets(operator, { collection: key, query })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  }
})

test('behavior: a page from the index shows the traits that the network’s own page shows', async () => {
  const { operator, index, list, markFailed } = await setUp(3)
  await markFailed(['1', '2', '3'])
  const traitsOf = (pages: Awaited<ReturnType<typeof list>>) =>
    pages.flat().map(({ tokenId, metadata }) => [tokenId, plainTraits(metadata)])
  const shown = traitsOf(await list(operator, {}))
  expect(Object.keys(shown[0]?.[1] ?? {}).length).toBeGreaterThan(1)
  await index()
  expect(traitsOf(await list(operator, { lastRefresh: 'failed' }))).toEqual(shown)
})

test('behavior: a token whose batch may be lost is unknown, one whose batch was cancelled has no refresh', async () => {
  const { operator, list, markFailed, desk } = await setUp(3)
  await markFailed(['1', '2'])
  const lost = await desk.submit(operator, ['1'])
  await desk.work.db.batch.updateMany({ where: { refreshId: lost.id }, data: { state: 'lost' } })
  const cancelled = await desk.submit(operator, ['2', '3'])
  await desk.work.db.batch.updateMany({ where: { refreshId: cancelled.id }, data: { state: 'cancelled' } })
  const [page = []] = await list(operator, {})
  const states = new Map(page.map(({ tokenId, lastRefresh }) => [tokenId, lastRefresh?.state ?? null]))
  expect(states).toEqual(
    new Map([
      ['1', 'unknown'],
      ['2', 'failed'],
      ['3', null],
    ]),
  )
  const [failed = []] = await list(operator, { lastRefresh: 'failed' })
  expect(failed.map(({ tokenId }) => tokenId)).toEqual(['2'])
})
