import { dehydrate, hydrate, QueryClient } from '@tanstack/query-core'
import { expect, test } from 'vitest'
import { readPageData, UnansweredError, unanswered, writePageData } from './page-data.ts'

const arriving = () =>
  new QueryClient({
    defaultOptions: { hydrate: { deserializeData: readPageData }, queries: { retry: false } },
  })

const bringAlong = (server: QueryClient) =>
  dehydrate(server, {
    serializeData: writePageData,
    shouldDehydrateQuery: ({ state }) => state.status !== 'error',
  })

test('default: what a page brings along is what an answer would be, digits and odd keys included', () => {
  const server = new QueryClient()
  const answer = '{"__proto__":{"level":1},"id":9007199254740993.5,"list":[1,null]}'
  server.setQueryData(['a'], readPageData(answer))
  const page = arriving()
  hydrate(page, bringAlong(server))
  expect(JSON.stringify(page.getQueryData(['a']))).toBe(answer)
})

test('behavior: an answer that comes later needs no request', async () => {
  const server = new QueryClient()
  const later = Promise.withResolvers<unknown>()
  void server.prefetchQuery({ queryKey: ['a'], queryFn: () => later.promise })
  const page = arriving()
  hydrate(page, bringAlong(server))
  expect(page.getQueryState(['a'])).toMatchObject({ status: 'pending', fetchStatus: 'fetching' })
  later.resolve({ name: 'Kestrel' })
  await expect.poll(() => page.getQueryData(['a'])).toEqual({ name: 'Kestrel' })
})

test('error: what the server could not answer, the page asks for', async () => {
  const server = new QueryClient()
  const later = Promise.withResolvers<unknown>()
  void server.prefetchQuery({ queryKey: ['a'], queryFn: () => later.promise })
  const page = arriving()
  hydrate(page, bringAlong(server))
  later.resolve(unanswered)
  await expect.poll(() => page.getQueryState(['a'])?.error).toBeInstanceOf(UnansweredError)
})
