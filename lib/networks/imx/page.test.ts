import { expect, test } from 'vitest'
import { listAssets } from './catalog/list-assets.ts'
import { listRefreshErrors } from './refreshing/list-refresh-errors.ts'
import { arrange, collection, json, signature } from './test-client.ts'

const asset = { token_address: collection, token_id: '5', user: collection, status: 'imx' }
const read = (body: unknown, cursor?: string) =>
  listAssets(arrange(json(body)).client, { cursor, pageSize: 200 })

test('default: `remaining` says where a list ends, since a cursor comes with the last page too', async () => {
  const last = { result: [asset], cursor: 'c', remaining: 0 }
  expect(await read(last)).toMatchObject({ nextCursor: null, isCutOff: false, unreadable: 0 })
  expect(await read({ ...last, remaining: 1 })).toMatchObject({ nextCursor: 'c', isCutOff: false })
  expect(await read({ ...last, remaining: 'some' })).toMatchObject({ nextCursor: 'c', isCutOff: false })
  expect(await read({ result: null, cursor: 'c' })).toMatchObject({
    items: [],
    nextCursor: null,
    isCutOff: false,
  })
})

test('behavior: what goes on without a way to get there is cut off', async () => {
  for (const cursor of ['asked', '', null, undefined, 'a\0b', 7, 'x'.repeat(10_000)]) {
    const page = await read({ result: [asset], cursor, remaining: 1 }, 'asked')
    expect(page, String(cursor)).toMatchObject({
      items: [{ tokenId: '5' }],
      nextCursor: null,
      isCutOff: true,
    })
  }
})

test('behavior: an asset that cannot be read is left out and counted', async () => {
  const result = [
    asset,
    { ...asset, token_id: 'abc' },
    null,
    { ...asset, token_id: 7, user: 7, status: '\0' },
  ]
  expect(await read({ result, remaining: 0 })).toMatchObject({
    items: [{ tokenId: '5' }, { tokenId: '7', owner: '', status: '\uFFFD' }],
    unreadable: 2,
  })
})

test('error: what is no page is nonsense, so that it cannot be taken for an empty list', async () => {
  for (const body of [{}, [], null, { result: 'none' }, { result: {} }, '<html>']) {
    await expect(read(body)).rejects.toMatchObject({ kind: 'invalid_response', httpStatus: 200 })
  }
})

test('behavior: a page larger than anybody reads is asked for again in smaller pieces, down to one item', async () => {
  const large = () => new Response('x'.repeat(33 * 1024 * 1024))
  const small = json({ result: [], cursor: 'c', remaining: 1 })
  const { client, requests, exchanges } = arrange(large, large, small)
  const errors = { reference: 'abc', credential: signature, cursor: 'here', pageSize: 200 }
  expect(await listRefreshErrors(client, errors)).toMatchObject({ nextCursor: 'c' })
  const asked = requests.map(({ url }) => new URL(url).searchParams)
  expect(asked.map((query) => [query.get('cursor'), query.get('page_size')])).toEqual([
    ['here', '200'],
    ['here', '100'],
    ['here', '50'],
  ])
  expect(exchanges.map(({ error }) => error?.kind)).toEqual(['too_large', 'too_large', undefined])
  const never = arrange(large)
  await expect(listRefreshErrors(never.client, { ...errors, pageSize: 3 })).rejects.toMatchObject({
    kind: 'too_large',
  })
  expect(never.requests).toHaveLength(2)
})
