import { expect, test } from 'vitest'
import { countSelection } from '../assets/count-selection.ts'
import { getIndex } from '../assets/get-index.ts'
import { startIndex } from '../assets/start-index.ts'
import { syncIndex } from '../assets/sync-index.ts'
import { readCollection } from '../collections/read-collection.ts'
import { getImport } from '../imports/get-import.ts'
import { submitRefresh } from '../refreshes/submit-refresh.ts'
import { setUpImport } from '../testing/test-import.ts'
import { expandRefresh } from './expand/expand-refresh.ts'

const NO_END = expect.stringContaining('never ends')

type Goes = (cursor: string | null) => { items: number[]; cursor: string }

/** Lists that cannot be read to an end: in a circle from their second page on, and back to the page itself. */
const endless: [string, Goes][] = [
  [
    'a circle',
    (cursor) => ({ items: [Number(cursor ?? 0)], cursor: cursor === '1' ? '2' : cursor === '2' ? '3' : '1' }),
  ],
  ['itself', (cursor) => ({ items: [Number(cursor ?? 0)], cursor: '1' })],
]

async function setUp(goes: Goes) {
  const engine = await setUpImport()
  const { network, operator, collection, key } = engine
  let reads = 0
  const pageOf = (item: (at: number) => unknown) => (cursor: string | null) => {
    reads += 1
    // Far more than anything here should need; then the list does have an end.
    const { items, cursor: next } = goes(cursor)
    return { result: items.map(item), cursor: next, remaining: reads < 500 ? 1 : 0 }
  }
  const assets = pageOf((at) => ({
    token_address: collection,
    token_id: String(at),
    user: collection,
    status: 'imx',
    updated_at: `2026-11-01T00:00:0${at}.000Z`,
  }))
  network.instead = ({ what, cursor }) => (what === 'assets' ? { body: assets(cursor) } : null)
  const stored = await readCollection(operator, key)
  return { ...engine, stored, pageOf, countReads: () => reads }
}

test.each(endless)('behavior: an index whose list leads to %s stops and says so', async (_where, goes) => {
  const { desk, operator, key, stored, countReads } = await setUp(goes)
  await startIndex(operator, key)
  expect(await syncIndex(desk.work, stored.id)).toBe(null)
  const index = await getIndex(operator, key)
  expect(index).toMatchObject({ state: 'stopped', completedAt: null, error: NO_END })
  expect(index.count).toBeGreaterThan(1)
  expect(countReads()).toBeLessThan(12)
})

test.each(endless)(
  'behavior: a query whose list leads to %s is refreshed as far as it goes',
  async (_where, goes) => {
    const { desk, operator, key, collection, countReads } = await setUp(goes)
    const query = { name: 'relic' }
    const stored = await readCollection(operator, key)
    const { tokens, isAtLeast } = await countSelection(operator, stored, { query, except: [] })
    expect([tokens > 1, isAtLeast]).toEqual([true, true])
    expect((await countSelection(operator, stored, { query, except: [] })).tokens).toBe(tokens)
    expect(countReads()).toBeLessThan(12)

    const { id } = await submitRefresh(operator, {
      network: 'imx',
      collection,
      selection: { query, except: [] },
    })
    expect(await expandRefresh(desk.work, id)).toBe(null)
    const detail = await desk.read(id)
    expect(detail).toMatchObject({ expanding: null, progress: { total: tokens } })
    expect(detail.activity.find(({ kind }) => kind === 'expanded')?.data).toMatchObject({ reason: NO_END })
    expect(countReads()).toBeLessThan(24)
  },
)

test.each(endless)(
  'behavior: an import whose list leads to %s takes what it shows and stops',
  async (_where, goes) => {
    const { network, operator, key, collection, takeElsewhere, press, pageOf, references, countReads } =
      await setUp(goes)
    const taken = [0, 1, 2, 3].map((at) => takeElsewhere([String(at)], 60 + at))
    const list = pageOf((at) => ({
      refresh_id: taken[at],
      collection_address: collection,
      status: 'completed',
    }))
    network.instead = ({ what, cursor }) => (what === 'list' ? { body: list(cursor) } : null)
    expect(await press()).toMatchObject({ state: 'stopped', completedAt: null, error: NO_END })
    expect((await references()).length).toBeGreaterThan(1)
    expect(countReads()).toBeLessThan(12)
    network.instead = () => null
    expect(await press()).toMatchObject({ state: 'complete', error: null })
    expect((await references()).toSorted()).toEqual(taken.toSorted())
    expect(await getImport(operator, key)).toMatchObject({ state: 'complete' })
  },
)

test('behavior: assets that cannot be read are left out of a query, and counted', async () => {
  const { network, desk, operator, collection } = await setUp(endless[0]?.[1] as Goes)
  const asset = { token_address: collection, user: collection, status: 'imx' }
  const result = ['1', '007', 'abc', null].map((token_id) => ({ ...asset, token_id }))
  network.instead = () => ({ body: { result, cursor: 'end', remaining: 0 } })
  const selection = { query: { name: 'relic' }, except: [] }
  const { id } = await submitRefresh(operator, { network: 'imx', collection, selection })
  await expandRefresh(desk.work, id)
  const detail = await desk.read(id)
  expect(detail.progress.total).toBe(1)
  expect(detail.activity.find(({ kind }) => kind === 'expanded')?.data).toMatchObject({
    reason: null,
    leftOut: 3,
  })
})
