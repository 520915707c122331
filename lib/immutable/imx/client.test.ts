import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import type { UpstreamError } from '../upstream-error.ts'
import { createImxClient, type Exchange } from './client.ts'
import { createRefresh } from './create-refresh.ts'
import { getAsset } from './get-asset.ts'
import { getCollection } from './get-collection.ts'
import { getMetadataSchema } from './get-metadata-schema.ts'
import { getRefreshStatus } from './get-refresh-status.ts'
import { listAssets } from './list-assets.ts'
import { listFilters } from './list-filters.ts'
import { listRefreshErrors } from './list-refresh-errors.ts'
import { listRefreshes } from './list-refreshes.ts'

const collection = '0x9a48b1b27743d807331d06ecf0bfb15c06fdb58d'
const grant = {
  address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  timestamp: '1795338277',
  signature: `0x${'ab'.repeat(64)}1c`,
}
const limits = (remaining: number) => ({
  'x-imx-refreshes-limit': '20',
  'x-imx-remaining-refreshes': String(remaining),
  'x-imx-refresh-limit-reset': '1795341600',
})

type Reply = Response | Error

/** A client whose network answers with `replies` in turn (the last one for ever), on a clock that never waits. */
function arrange(...replies: (() => Reply)[]) {
  const requests: Request[] = []
  const exchanges: Exchange[] = []
  let now = 0
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      now += ms
    },
  }
  const fake: typeof fetch = async (input, init) => {
    requests.push(new Request(input, init))
    const reply = (replies[requests.length - 1] ?? replies.at(-1))?.()
    if (reply instanceof Response) return reply
    throw reply
  }
  const client = createImxClient({
    baseUrl: 'https://imx.example/prefix',
    apiKey: 'server-key',
    requestsPerSecond: 0,
    fetch: fake,
    clock,
    onExchange: (exchange) => exchanges.push(exchange),
  })
  return { client, requests, exchanges }
}

const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init)
const thrown = (cause: object) => () => Object.assign(new TypeError('fetch failed'), { cause })
const create = (...replies: (() => Reply)[]) =>
  createRefresh(arrange(...replies).client, { collection, tokenIds: ['1'], grant }).catch(
    (error: UpstreamError) => error,
  )

describe('createRefresh', () => {
  test('default: sends the documented request and reads id, quota and clock', async () => {
    const { client, requests } = arrange(
      json(
        { refresh_id: 'abc', extra: 1 },
        { status: 202, headers: { ...limits(19), date: 'Mon, 22 Nov 2026 09:04:37 GMT' } },
      ),
    )
    expect(await createRefresh(client, { collection, tokenIds: ['1', '2'], grant })).toEqual({
      upstreamId: 'abc',
      quota: { limit: 20, remaining: 19, resetsAt: '2026-11-22T10:00:00.000Z' },
      serverDate: '2026-11-22T09:04:37.000Z',
    })
    const [request] = requests
    expect(request?.url).toBe('https://imx.example/prefix/v1/metadata-refreshes')
    expect(request?.redirect).toBe('manual')
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      'x-imx-eth-address': grant.address,
      'x-imx-eth-timestamp': '1795338277',
      'x-imx-eth-signature': `0x${'ab'.repeat(64)}01`,
      'x-api-key': 'server-key',
      'content-type': 'application/json',
    })
    expect(await request?.json()).toEqual({ collection_address: collection, token_ids: ['1', '2'] })
  })

  test.each([
    [301, 'bad_request'],
    [400, 'bad_request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [405, 'nonsense'],
    [410, 'nonsense'],
    [413, 'bad_request'],
    [422, 'bad_request'],
    [429, 'rate_limited'],
    [500, 'server'],
    [503, 'server'],
  ])('error: %i is %s, and is never sent again', async (status, kind) => {
    const { client, requests, exchanges } = arrange(
      json({ code: 'some_code', message: 'Some words' }, { status }),
    )
    const error: UpstreamError = await createRefresh(client, { collection, tokenIds: ['1'], grant }).catch(
      (e) => e,
    )
    expect(error).toMatchObject({
      name: 'UpstreamError',
      kind,
      httpStatus: status,
      isWritten: true,
      upstreamCode: 'some_code',
      upstreamMessage: 'Some words',
    })
    expect(error.message).not.toContain('abab')
    expect(requests).toHaveLength(1)
    expect(exchanges).toMatchObject([{ isWrite: true, error: { kind } }])
  })

  test.each([
    ['refused', { code: 'ECONNREFUSED', syscall: 'connect' }, 'network', false],
    [
      'every address refused',
      { errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH', syscall: 'connect' }] },
      'network',
      false,
    ],
    ['unknown name', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'network', false],
    ['name service away', { code: 'EAI_AGAIN' }, 'network', false],
    ['connect timeout', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'network', false],
    ['wrong certificate', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'network', false],
    [
      'cut in the handshake',
      {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
      'network',
      false,
    ],
    ['reset', { code: 'ECONNRESET', syscall: 'read' }, 'network', true],
    ['socket closed', { code: 'UND_ERR_SOCKET' }, 'network', true],
    ['headers timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' }, 'network', true],
    ['a cause nobody knows', {}, 'network', true],
  ])('error: %s', async (_name, cause, kind, isWritten) => {
    expect(await create(thrown(cause))).toMatchObject({ kind, isWritten, httpStatus: null })
  })

  test('error: a timeout counts as written', async () => {
    const timeout = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    expect(await create(timeout)).toMatchObject({ kind: 'timeout', isWritten: true, httpStatus: null })
  })

  test('error: 429 with limit headers or with the documented code is the quota', async () => {
    expect(await create(json(null, { status: 429, headers: limits(0) }))).toMatchObject({
      kind: 'quota_exceeded',
      quota: { limit: 20, remaining: 0, resetsAt: '2026-11-22T10:00:00.000Z' },
    })
    const body = { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' }
    expect(await create(json(body, { status: 429 }))).toMatchObject({ kind: 'quota_exceeded', quota: null })
  })

  test('error: retry-after is read in both its forms', async () => {
    expect(await create(json({}, { status: 503, headers: { 'retry-after': '7' } }))).toMatchObject({
      retryAfterSeconds: 7,
    })
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' }
    expect(await create(json({}, { status: 503, headers }))).toMatchObject({ retryAfterSeconds: 30 })
  })

  test.each([
    ['202 without an id', json({}, { status: 202 })],
    ['202 with an empty id', json({ refresh_id: '' }, { status: 202 })],
    ['202 with a web page', () => new Response('<html>', { status: 202 })],
    ['202 with nothing', () => new Response(null, { status: 202 })],
    ['200 with an id', json({ refresh_id: 'abc' })],
  ])('error: %s is nonsense', async (_name, reply) => {
    expect(await create(reply)).toMatchObject({ kind: 'nonsense', isWritten: true })
  })

  test('behavior: what beforeSend throws stops the request', async () => {
    const { client, requests } = arrange(json({}))
    const beforeSend = () => {
      throw new Error('lease lost')
    }
    await expect(createRefresh(client, { collection, tokenIds: ['1'], grant, beforeSend })).rejects.toThrow(
      'lease lost',
    )
    expect(requests).toHaveLength(0)
  })
})

describe('getRefreshStatus', () => {
  const status = {
    refresh_id: 'abc',
    status: 'in_progress',
    collection_address: collection.toUpperCase().replace('0X', '0x'),
    started_at: '2022-10-20T04:17:51.351675Z',
    completed_at: null,
  }
  const read = (body: unknown) => getRefreshStatus(arrange(json(body)).client, { upstreamId: 'abc', grant })
  const expected = {
    upstreamId: 'abc',
    status: 'in_progress',
    collection,
    startedAt: '2022-10-20T04:17:51.351Z',
    completedAt: null,
    succeeded: 3,
    failed: 0,
    pending: 2,
  }

  test('default: the summary as an object', async () => {
    expect(await read({ ...status, summary: { succeeded: 3, failed: 0, pending: 2 } })).toEqual(expected)
  })

  test('behavior: the summary as a list, absent counts, an unknown status and no completed_at', async () => {
    expect(await read({ ...status, summary: [{ succeeded: 3 }, { pending: 2 }] })).toEqual(expected)
    const { completed_at: _gone, ...rest } = status
    expect(await read({ ...rest, status: 'paused_by_ops', summary: {} })).toMatchObject({
      status: 'paused_by_ops',
      pending: 0,
    })
  })

  test('error: no summary is nonsense', async () => {
    await expect(read(status)).rejects.toMatchObject({ kind: 'nonsense' })
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
  const page = await listRefreshErrors(client, { upstreamId: 'abc', grant, pageSize: 3 })
  expect(page.items.map(({ httpStatus, errorCode, body }) => [httpStatus, errorCode, body])).toEqual([
    [404, 'invalid_response_status_code', '404 page not found\n'],
    [404, 'invalid_response_status_code', '404 page not found\n'],
    [null, 'brand_new', null],
  ])
  expect(page.nextCursor).toBe('next')
  expect(requests[0]?.url).toBe('https://imx.example/prefix/v1/metadata-refreshes/abc/errors?page_size=3')
})

test('listRefreshes: a cursor on the last page leads nowhere', async () => {
  const { client } = arrange(json({ result: [], cursor: 'again', remaining: 0 }))
  expect(await listRefreshes(client, { grant })).toEqual({ items: [], nextCursor: null })
})

const asset = {
  token_address: collection,
  token_id: '5',
  id: '0x11',
  user: '0xA257D2C65C91D1E111181DA9FBAFAC8A31111111',
  status: 'imx',
  uri: null,
  name: 'Sample',
  description: null,
  image_url: '',
  metadata: { level: 3 },
  collection: { name: 'x', icon_url: null },
  created_at: '2022-09-30T10:58:32.04664Z',
  updated_at: null,
}

describe('reads', () => {
  test('default: assets, with traits as JSON encoded once and absent values left out', async () => {
    const { client, requests } = arrange(json({ result: [asset], cursor: 'c', remaining: 1 }))
    const page = await listAssets(client, {
      collection,
      metadata: { proto: ['1147'] },
      name: '',
      pageSize: 48,
    })
    expect(page).toMatchObject({
      nextCursor: 'c',
      items: [
        {
          tokenId: '5',
          owner: asset.user.toLowerCase(),
          imageUrl: null,
          metadata: { level: 3 },
          lastRefresh: null,
        },
      ],
    })
    expect([...new URL(requests[0]?.url ?? '').searchParams]).toEqual([
      ['collection', collection],
      ['metadata', '{"proto":["1147"]}'],
      ['page_size', '48'],
    ])
    expect(requests[0]?.headers.has('x-imx-eth-signature')).toBe(false)
  })

  test('behavior: 429, 5xx and lost connections are tried again', async () => {
    const { client, requests } = arrange(
      json({}, { status: 429, headers: { 'retry-after': '1' } }),
      thrown({ code: 'ECONNRESET' }),
      json({}, { status: 502 }),
      json(asset),
    )
    expect(await getAsset(client, { collection, tokenId: '5' })).toMatchObject({ tokenId: '5' })
    expect(requests).toHaveLength(4)
  })

  test('behavior: they give up after four tries, and at once when waiting would pass the deadline', async () => {
    const broken = arrange(json({}, { status: 500 }))
    await expect(getAsset(broken.client, { collection, tokenId: '5' })).rejects.toMatchObject({
      kind: 'server',
    })
    expect(broken.requests).toHaveLength(4)
    const busy = arrange(json({}, { status: 429, headers: { 'retry-after': '600' } }))
    await expect(getAsset(busy.client, { collection, tokenId: '5' })).rejects.toMatchObject({
      retryAfterSeconds: 600,
    })
    expect(busy.requests).toHaveLength(1)
  })

  test.each([400, 401, 403, 404])('behavior: %i is not tried again', async (status) => {
    const { client, requests } = arrange(json({}, { status }))
    await expect(getAsset(client, { collection, tokenId: '5' })).rejects.toMatchObject({ httpStatus: status })
    expect(requests).toHaveLength(1)
  })

  test('behavior: identical reads in flight share one call; another credential does not', async () => {
    const { client, requests } = arrange(json({ result: [], cursor: '', remaining: 0 }))
    const other = { ...grant, signature: `0x${'cd'.repeat(64)}1b` }
    await Promise.all([
      listRefreshes(client, { grant }),
      listRefreshes(client, { grant }),
      listRefreshes(client, { grant: other }),
    ])
    expect(requests).toHaveLength(2)
    await listRefreshes(client, { grant })
    expect(requests).toHaveLength(3)
  })

  test('behavior: filters as a bare array and as a page', async () => {
    const filter = { key: 'level', type: 'discrete', value: [1, 'two', true], range: { min: 1, max: 9 } }
    const expected = {
      key: 'level',
      type: 'discrete',
      values: ['1', 'two', 'true'],
      range: { min: 1, max: 9 },
    }
    const bare = arrange(json([filter, { key: 'name', range: {} }]))
    expect(await listFilters(bare.client, { collection })).toEqual({
      items: [expected, { key: 'name', type: 'text', values: [], range: null }],
      nextPageToken: null,
    })
    const paged = arrange(json({ result: [filter], next_page_token: 'more' }))
    expect(await listFilters(paged.client, { collection })).toEqual({
      items: [expected],
      nextPageToken: 'more',
    })
  })

  test('behavior: a collection with everything optional missing, and a metadata schema', async () => {
    const bare = arrange(json({ address: collection, collection_image_url: '', icon_url: 'https://icon' }))
    expect(await getCollection(bare.client, { collection })).toEqual({
      address: collection,
      name: collection,
      description: null,
      imageUrl: 'https://icon',
      projectId: null,
      ownerAddress: null,
      metadataApiUrl: null,
    })
    const schema = arrange(json([{ name: 'level' }]))
    expect(await getMetadataSchema(schema.client, { collection })).toEqual([
      { name: 'level', type: 'text', isFilterable: false },
    ])
  })

  test('error: a page that points back to itself', async () => {
    const { client } = arrange(json({ result: [asset], cursor: 'same', remaining: 1 }))
    await expect(listAssets(client, { cursor: 'same' })).rejects.toMatchObject({ kind: 'nonsense' })
  })

  test('error: a path cannot be walked out of', async () => {
    const { client } = arrange(json({}))
    await expect(async () => getAsset(client, { collection, tokenId: '..' })).rejects.toThrow(TypeError)
  })
})

describe('over a real socket', () => {
  const write = (port: number, timeoutMs = 5_000) =>
    createRefresh(
      createImxClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: null, requestsPerSecond: 0 }),
      {
        collection,
        tokenIds: ['1'],
        grant,
        timeoutMs,
      },
    ).catch((error: UpstreamError) => error)

  async function listening(server: {
    listen: (port: number, host: string, done: () => void) => unknown
    address: () => unknown
  }) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  test('error: nobody listens, a cut before the answer, silence, a redirect, an endless body', async () => {
    const gone = createTcpServer()
    const free = await listening(gone)
    await new Promise((resolve) => gone.close(resolve))
    expect(await write(free)).toMatchObject({ kind: 'network', isWritten: false })

    const visited: string[] = []
    let mode = 'cut'
    const server = createServer((request, response) => {
      visited.push(request.url ?? '')
      if (mode === 'cut') request.socket.destroy()
      if (mode === 'redirect') response.writeHead(307, { location: '/elsewhere' }).end()
      if (mode === 'endless') {
        response.writeHead(202)
        const chunk = Buffer.alloc(1 << 20, 'x')
        const pour = () => {
          while (response.write(chunk));
        }
        response.on('drain', pour)
        pour()
      }
    })
    const port = await listening(server)
    expect(await write(port)).toMatchObject({ kind: 'network', isWritten: true })
    mode = 'silent'
    expect(await write(port, 50)).toMatchObject({ kind: 'timeout', isWritten: true })
    mode = 'redirect'
    expect(await write(port)).toMatchObject({ kind: 'bad_request', httpStatus: 307 })
    mode = 'endless'
    expect(await write(port, 20_000)).toMatchObject({ kind: 'nonsense', httpStatus: 202 })
    expect(new Set(visited)).toEqual(new Set(['/v1/metadata-refreshes']))
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
