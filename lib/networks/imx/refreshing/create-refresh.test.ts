import { describe, expect, test } from 'vitest'
import type { UpstreamError } from '../../http/upstream-error.ts'
import { arrange, collection, json, limits, type Reply, signature, thrown } from '../test-client.ts'
import { createRefresh } from './create-refresh.ts'

const create = (...replies: (() => Reply)[]) =>
  createRefresh(arrange(...replies).client, { collection, tokenIds: ['1'], credential: signature }).catch(
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
    expect(await createRefresh(client, { collection, tokenIds: ['1', '2'], credential: signature })).toEqual({
      reference: 'abc',
      quota: { limit: 20, remaining: 19, resetsAt: '2026-11-22T10:00:00.000Z' },
      serverDate: '2026-11-22T09:04:37.000Z',
    })
    const [request] = requests
    expect(request?.url).toBe('https://imx.example/prefix/v1/metadata-refreshes')
    expect(request?.redirect).toBe('manual')
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      'x-imx-eth-address': signature.address,
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
    [405, 'invalid_response'],
    [410, 'invalid_response'],
    [413, 'bad_request'],
    [422, 'bad_request'],
    [429, 'rate_limited'],
    [500, 'server'],
    [503, 'server'],
  ])('error: %i is %s, and is never sent again', async (status, kind) => {
    const { client, requests, exchanges } = arrange(
      json({ code: 'some_code', message: 'Some words' }, { status }),
    )
    const error: UpstreamError = await createRefresh(client, {
      collection,
      tokenIds: ['1'],
      credential: signature,
    }).catch((e) => e)
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
    expect(await create(reply)).toMatchObject({ kind: 'invalid_response', isWritten: true })
  })

  test('behavior: what beforeSend throws stops the request', async () => {
    const { client, requests } = arrange(json({}))
    const beforeSend = () => {
      throw new Error('lease lost')
    }
    await expect(
      createRefresh(client, { collection, tokenIds: ['1'], credential: signature, beforeSend }),
    ).rejects.toThrow('lease lost')
    expect(requests).toHaveLength(0)
  })
})
