import { QueryClient } from '@tanstack/query-core'
import { expect, test } from 'vitest'
import type { RefreshState } from '../domain/batches/state.ts'
import type { RefreshDetail, RefreshPage, RefreshSummary } from '../domain/refreshes/model-schema.ts'
import { collectionListsKey } from './collection-keys.ts'
import { currentKey, detailsKey, listsKey } from './refresh-keys.ts'
import { takeChanged, takeDetail, takeNews, takeSummaries } from './refresh-news.ts'

const LONG_AGO = 1_000

function summary(number: number, version: number, state: RefreshState = 'running'): RefreshSummary {
  return {
    id: `id-${number}`,
    number,
    note: null,
    source: 'desk',
    state,
    collection: {
      network: 'imx',
      address: '0x00000000000000000000000000000000000000aa',
      name: 'Wardens',
      imageUrl: null,
      ownerAddress: null,
      metadataApiUrl: null,
    } as RefreshSummary['collection'],
    progress: { total: 10, succeeded: version, failed: 0, pending: 10 - version, unknown: 0, cancelled: 0 },
    batchCount: 1,
    sentBatchCount: 1,
    causeCount: 0,
    by: null,
    signer: null,
    retryOf: [],
    pause: null,
    needs: [],
    needFacts: {},
    expanding: null,
    createdAt: new Date(Date.UTC(2026, 10, 30, 9, number)).toISOString(),
    finishedAt: null,
    version,
  }
}
// Of a page's data only what lists share matters here.
const detail = (...given: Parameters<typeof summary>) => summary(...given) as RefreshDetail
const page = (items: RefreshSummary[]): RefreshPage => ({
  items,
  nextCursor: null,
  previousCursor: null,
  total: items.length,
})

/** A browser in which the header, two lists and the page of refresh 2 have been loaded. */
function load() {
  const client = new QueryClient()
  const set = (key: readonly unknown[], data: unknown) =>
    client.setQueryData(key, data, { updatedAt: LONG_AGO })
  set(currentKey, [summary(2, 4), summary(1, 1)])
  set([...listsKey, ''], page([summary(2, 4), summary(1, 1)]))
  set([...listsKey, 'state=running'], page([summary(1, 1)]))
  set([...detailsKey, 'R-0002'], detail(2, 4))
  const current = () => client.getQueryData<RefreshSummary[]>(currentKey)
  const list = () => client.getQueryData<RefreshPage>([...listsKey, ''])?.items
  const shown = () => client.getQueryData<RefreshDetail>([...detailsKey, 'R-0002'])
  const versions = () => [current(), list()].map((items) => items?.find(({ id }) => id === 'id-2')?.version)
  return { client, current, list, shown, versions }
}

test('default: what the page of a refresh hears, the header and the lists say too', () => {
  const { client, current, shown, versions } = load()
  takeDetail(client, detail(2, 9, 'partly_failed'))
  expect([shown()?.version, ...versions()]).toEqual([9, 9, 9])
  expect(current()?.map(({ state }) => state)).toEqual(['partly_failed', 'running'])
})

test('behavior: an answer that was overtaken on its way changes nothing anywhere', () => {
  const { client, shown, versions } = load()
  takeDetail(client, detail(2, 9))
  takeDetail(client, detail(2, 6))
  const read = takeSummaries(client, [summary(2, 5)])
  expect([read[0]?.version, shown()?.version, ...versions()]).toEqual([9, 9, 9, 9])
})

test('behavior: a page that is behind what a list says has to ask again', () => {
  const { client } = load()
  const isInvalid = () => client.getQueryState([...detailsKey, 'R-0002'])?.isInvalidated
  takeSummaries(client, [summary(2, 4)])
  expect(isInvalid()).toBe(false)
  takeSummaries(client, [summary(2, 5)])
  expect(isInvalid()).toBe(true)
})

test('behavior: news of one refresh does not make the rest of a list fresh', () => {
  const { client } = load()
  takeDetail(client, detail(2, 9))
  expect(client.getQueryState([...listsKey, ''])?.dataUpdatedAt).toBe(LONG_AGO)
  expect(client.getQueryState([...listsKey, 'state=running'])?.dataUpdatedAt).toBe(LONG_AGO)
})

test('behavior: a new refresh that runs joins the header; an old one that somebody opens does not', () => {
  const { client, current } = load()
  takeDetail(client, detail(3, 1))
  takeDetail(client, detail(0, 8, 'succeeded'))
  expect(current()?.map(({ number }) => number)).toEqual([3, 2, 1])
})

test('behavior: cards of collections ask again when a refresh changes its state, and not for each token', () => {
  const { client } = load()
  const cards = [...collectionListsKey, 'owner=me']
  client.setQueryData(cards, { items: [] })
  takeDetail(client, detail(2, 6))
  takeSummaries(client, [summary(0, 8, 'succeeded')])
  expect(client.getQueryState(cards)?.isInvalidated).toBe(false)
  takeDetail(client, detail(2, 9, 'partly_failed'))
  expect(client.getQueryState(cards)?.isInvalidated).toBe(true)
})

test('default: the list stream brings the header what is current, and lists that lack it ask again', () => {
  const { client, current } = load()
  const isInvalid = () => client.getQueryState([...listsKey, ''])?.isInvalidated
  takeChanged(client, [summary(1, 2)])
  expect([current()?.map(({ version }) => version), isInvalid()]).toEqual([[4, 2], false])
  takeChanged(client, [summary(3, 1)])
  expect([current()?.map(({ number }) => number), isInvalid()]).toEqual([[3, 2, 1], true])
})

test('behavior: a filtered list asks again when a refresh begins or ceases to match, and not for each token', () => {
  const { client } = load()
  const waiting = [...listsKey, 'needs=you']
  client.setQueryData(waiting, page([summary(2, 4)]))
  const areInvalid = () => [waiting, [...listsKey, '']].map((key) => client.getQueryState(key)?.isInvalidated)
  takeChanged(client, [summary(1, 2)])
  expect(areInvalid()).toEqual([false, false])
  takeChanged(client, [{ ...summary(1, 3), needs: ['decision'] }])
  expect(areInvalid()).toEqual([true, false])
  client.setQueryData(waiting, page([summary(2, 4)]))
  takeChanged(client, [summary(1, 4, 'succeeded')])
  expect(areInvalid()).toEqual([true, false])
})

test('behavior: whoever learns first that a refresh no longer matches, filtered lists ask again', () => {
  for (const take of [takeNews, takeChanged]) {
    const { client } = load()
    take(client, [summary(1, 4, 'succeeded')])
    expect(client.getQueryState([...listsKey, 'state=running'])?.isInvalidated).toBe(true)
  }
})
