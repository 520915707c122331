import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { Recorded } from '../../sandbox/testing/forward.ts'
import { notForScripts, oddAnswers } from '../fixtures/odd-answers.ts'
import { imxHeaders } from '../fixtures/script/imx-headers.ts'
import { oddBodies, oddQueries } from '../fixtures/script/odd-requests.ts'
import { headerOf, type RawRequest, sendRaw, shown } from '../fixtures/script/raw.ts'
import { startRecordedNetwork } from '../fixtures/script/recorded-network.ts'
import { SERVER_KEY, startScriptDesk } from '../fixtures/script/script-desk.ts'

const owner = privateKeyToAccount(generatePrivateKey())
let upstream: Awaited<ReturnType<typeof startRecordedNetwork>>
let script: Awaited<ReturnType<typeof startScriptDesk>>

test.beforeAll(async ({ playwright }) => {
  upstream = await startRecordedNetwork(owner.address)
  const request = await playwright.request.newContext()
  script = await startScriptDesk(request, `${upstream.url}/imx`)
  await request.dispose()
})
test.afterAll(async () => {
  await script?.desk.remove()
  await upstream?.stop()
})
test.beforeEach(() => {
  upstream.answerWith({})
  upstream.take()
})

/** The same request to the network itself and through the desk, and what reached the network each time. */
async function twice(request: RawRequest) {
  const direct = await sendRaw(`${upstream.url}/imx`, request)
  const [wanted, ...more] = upstream.take()
  const headers = { ...request.headers, authorization: script.authorization }
  const through = await sendRaw(script.base, { ...request, headers })
  const came = upstream.take()
  expect(more).toEqual([])
  expect(came, through.body.toString()).toHaveLength(1)
  return { direct, through, wanted: wanted as Recorded, came: came[0] as Recorded }
}

const line = ({ method, target, body }: Recorded) => ({ method, target, body: body.toString('latin1') })

test('odd queries arrive byte for byte, and so do the answers', async () => {
  for (const query of oddQueries) {
    const { direct, through, wanted, came } = await twice({ target: `/v1/assets${query}` })
    expect.soft(line(came), query).toEqual(line(wanted))
    expect.soft(shown(through), query).toEqual(shown(direct))
  }
})

test('odd bodies and types of a submission arrive byte for byte', async () => {
  upstream.answerWith({ status: 400, body: '{"code":"bad_request"}' })
  for (const [at, body] of oddBodies.entries()) {
    for (const type of [
      'application/json',
      'text/plain;charset=utf-16',
      'application/x-www-form-urlencoded',
    ]) {
      const headers = { 'content-type': type, ...(await imxHeaders(owner)) }
      const request = { method: 'POST', target: `/v1/metadata-refreshes?odd=&odd=${at}`, headers, body }
      const { direct, through, wanted, came } = await twice(request)
      expect.soft(line(came), `${type} ${at}`).toEqual(line(wanted))
      expect.soft(headerOf(came, 'content-type')).toBe(type)
      expect.soft(shown(through)).toEqual(shown(direct))
    }
  }
})

for (const [at, { title, method = 'GET', ...answer }] of oddAnswers.entries()) {
  test(`${title} (${answer.status}${method === 'POST' ? ' to a submission' : ''}) passes through as it is`, async () => {
    const collection = `0x${String(at).padStart(40, '0')}`
    upstream.answerWith({ ...answer, headers: { ...notForScripts, ...answer.headers } })
    const body = JSON.stringify({ collection_address: collection, token_ids: ['1', '2'] })
    const json = { 'content-type': 'application/json' }
    const { direct, through } = await twice(
      method === 'POST'
        ? {
            method,
            target: '/v1/metadata-refreshes',
            headers: { ...(await imxHeaders(owner)), ...json },
            body,
          }
        : { target: `/v1/assets?answer=${at}` },
    )
    expect(shown(through)).toEqual(shown(direct))
    const names = through.headers.map(([name]) => name)
    const kept = Object.keys(notForScripts).filter((name) => !['connection', 'keep-alive'].includes(name))
    expect(names.filter((name) => kept.includes(name))).toEqual([])
    expect(headerOf(through, 'connection')).not.toContain('x-hop')
    expect(headerOf(through, 'keep-alive')).not.toBe('timeout=99')
  })
}

test('of a script’s headers the network sees the SDK’s own, and the server’s key', async () => {
  const signed = await imxHeaders(owner)
  const sent = {
    accept: 'application/json, text/plain, */*',
    'content-type': 'application/json',
    'x-sdk-version': 'imx-core-sdk-ts-2.7.0',
    ...signed,
  }
  const kept = {
    cookie: 'session=1',
    'accept-encoding': 'gzip',
    'user-agent': 'axios/0.26.1',
    'x-api-key': 'of the caller',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-http-method-override': 'DELETE',
    'x-refresh-desk-target': 'GET /api/imx/v1/users',
    'x-middleware-subrequest': 'proxy:proxy:proxy',
    'next-action': 'a',
    origin: 'http://evil.example',
    referer: 'http://evil.example/',
    rsc: '1',
    te: 'trailers',
  }
  for (const request of [
    { target: '/v1/metadata-refreshes?headers=1' },
    { method: 'POST', target: '/v1/metadata-refreshes', body: '{}' },
  ]) {
    const { came } = await twice({ ...request, headers: { ...kept, ...sent } })
    const own = Object.fromEntries(
      came.headers.filter(([name]) => !['host', 'connection', 'content-length'].includes(name)),
    )
    expect(own).toEqual({ ...sent, 'x-api-key': SERVER_KEY })
    expect(headerOf(came, 'host')).toBe(new URL(upstream.url).host)
  }
})
