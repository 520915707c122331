import { describe, expect, test } from 'vitest'
import { arrange, collection, json, signature } from '../test-client.ts'
import { getRefreshStatus } from './get-refresh-status.ts'
import { listRefreshErrors } from './list-refresh-errors.ts'
import { listRefreshes } from './list-refreshes.ts'

describe('getRefreshStatus', () => {
  const status = {
    refresh_id: 'abc',
    status: 'in_progress',
    collection_address: collection.toUpperCase().replace('0X', '0x'),
    started_at: '2022-10-20T04:17:51.351675Z',
    completed_at: null,
  }
  const read = (body: unknown) =>
    getRefreshStatus(arrange(json(body)).client, { reference: 'abc', credential: signature })
  const expected = {
    reference: 'abc',
    phase: 'running',
    status: 'in_progress',
    collection,
    startedAt: '2022-10-20T04:17:51.351Z',
    completedAt: null,
    counts: { succeeded: 3, failed: 0, pending: 2 },
  }

  test('default: the summary as an object', async () => {
    expect(await read({ ...status, summary: { succeeded: 3, failed: 0, pending: 2 } })).toEqual(expected)
  })

  test('behavior: the summary as a list, absent counts, an unknown status and no completed_at', async () => {
    expect(await read({ ...status, summary: [{ succeeded: 3 }, { pending: 2 }] })).toEqual(expected)
    const { completed_at: _gone, ...rest } = status
    expect(await read({ ...rest, status: 'paused_by_ops', summary: { pending: 5 } })).toMatchObject({
      phase: 'queued',
      status: 'paused_by_ops',
      counts: { succeeded: 0, failed: 0, pending: 5 },
    })
  })

  test('behavior: counts that cannot be relied on are none, and the rest stays readable', async () => {
    const counts = { succeeded: 3, failed: 0, pending: 2 }
    const odd = [
      undefined,
      null,
      'many',
      {},
      [],
      { ...counts, succeeded: 1.5 },
      { ...counts, failed: -1 },
      { ...counts, pending: 9e15 },
      { ...counts, pending: 'two' },
      [counts, { succeeded: 2_147_483_647 }],
    ]
    for (const summary of odd)
      expect(await read({ ...status, summary })).toEqual({ ...expected, counts: null })
    expect(await read({})).toMatchObject({ reference: null, status: 'unknown', counts: null })
  })

  test('error: an answer that is no object is nonsense', async () => {
    for (const body of [null, [], 'completed', 7]) {
      await expect(read(body)).rejects.toMatchObject({ kind: 'invalid_response' })
    }
  })
})

test('listRefreshErrors: status codes as number, text or nothing; unknown codes and fields', async () => {
  const item = {
    token_id: '1',
    collection_address: collection,
    client_token_metadata_url: 'https://metadata-api.io/1',
    client_response_status_code: 404,
    client_response_body: '404 page not found\n',
    error_code: 'invalid_response_status_code',
    created_at: '2022-09-06T02:14:04.935946Z',
  }
  const result = [
    item,
    { ...item, client_response_status_code: '404' },
    {
      ...item,
      client_response_status_code: null,
      client_response_body: null,
      error_code: 'brand_new',
      more: true,
    },
  ]
  const { client, requests } = arrange(json({ result, cursor: 'next', remaining: 1 }))
  const page = await listRefreshErrors(client, { reference: 'abc', credential: signature, pageSize: 3 })
  expect(page.items.map(({ httpStatus, errorCode, body }) => [httpStatus, errorCode, body])).toEqual([
    [404, 'invalid_response_status_code', '404 page not found\n'],
    [404, 'invalid_response_status_code', '404 page not found\n'],
    [null, 'brand_new', null],
  ])
  expect(page.nextCursor).toBe('next')
  expect(requests[0]?.url).toBe('https://imx.example/prefix/v1/metadata-refreshes/abc/errors?page_size=3')
})

test("listRefreshes: a cursor on the last page leads nowhere; the network's clock comes along", async () => {
  const headers = { date: 'Sun, 22 Nov 2026 10:00:00 GMT' }
  const { client } = arrange(json({ result: [], cursor: 'again', remaining: 0 }, { headers }))
  expect(client.upstreamNow()).toBeNull()
  expect(await listRefreshes(client, { credential: signature })).toEqual({
    items: [],
    unreadable: 0,
    nextCursor: null,
    isCutOff: false,
    serverDate: '2026-11-22T10:00:00.000Z',
  })
  expect(client.upstreamNow()?.toISOString()).toMatch(/^2026-11-22T10:00:/)
})

test('listRefreshes: an entry that cannot be read is still there', async () => {
  const entry = {
    refresh_id: 'abc',
    status: 'queued',
    collection_address: collection,
    started_at: '2022-10-20T04:17:51Z',
  }
  const { client } = arrange(
    json({ result: [{ ...entry, refresh_id: 'a\0b' }, 5, { refresh_id: 'x' }], remaining: 0 }),
  )
  const { items } = await listRefreshes(client, { credential: signature })
  const unknown = { phase: 'queued', status: 'unknown', collection: null, startedAt: null, completedAt: null }
  expect(items).toEqual([
    {
      reference: null,
      phase: 'queued',
      status: 'queued',
      collection,
      startedAt: '2022-10-20T04:17:51.000Z',
      completedAt: null,
    },
    { reference: null, ...unknown },
    { reference: 'x', ...unknown },
  ])
})

test('listRefreshErrors: a token id that comes as a number keeps its digits, however long', async () => {
  const ids = ['1', '9007199254740992', '12345678901234567890123456789']
  const rows = ids.map((id) => `{"token_id":${id},"error_code":"token_not_found"}`)
  const { client } = arrange(() => new Response(`{"result":[${rows}],"cursor":"","remaining":0}`))
  const { items } = await listRefreshErrors(client, { reference: 'abc', credential: signature })
  expect(items.map(({ tokenId }) => tokenId)).toEqual(ids)
})
