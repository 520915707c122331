import { type APIRequestContext, expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeToken } from '../fixtures/access-token.ts'
import { imxHeaders } from '../fixtures/script/imx-headers.ts'
import { headerOf, type RawAnswer, type RawRequest, sendBytes, sendRaw } from '../fixtures/script/raw.ts'
import { startRecordedNetwork } from '../fixtures/script/recorded-network.ts'
import { refusedHeads, refusedMethods, refusedTargets } from '../fixtures/script/refused-requests.ts'
import { SERVER_KEY, startScriptDesk } from '../fixtures/script/script-desk.ts'
import { signInByApi } from '../fixtures/sign-in.ts'

const owner = privateKeyToAccount(generatePrivateKey())
const said: string[] = []
const secrets: string[] = [SERVER_KEY]
let upstream: Awaited<ReturnType<typeof startRecordedNetwork>>
let script: Awaited<ReturnType<typeof startScriptDesk>>
let admin: APIRequestContext

test.beforeAll(async ({ playwright }) => {
  upstream = await startRecordedNetwork(owner.address)
  admin = await playwright.request.newContext()
  script = await startScriptDesk(admin, `${upstream.url}/imx`)
  secrets.push(script.token.secret)
})
test.afterAll(async () => {
  await admin?.dispose()
  await script?.desk.remove()
  await upstream?.stop()
})
test.beforeEach(() => void upstream.take())

async function ask(request: RawRequest, authorization: string | null = script.authorization) {
  const headers = { ...(authorization && { authorization }), ...request.headers }
  const answer = await sendRaw(script.base, { ...request, headers })
  said.push(JSON.stringify(answer.headers), answer.body.toString())
  return answer
}

/** In the words of Immutable X, and without the network having heard of it. */
function expectRefused(answer: RawAnswer, status: number, what: string) {
  expect.soft(answer.status, what).toBe(status)
  expect.soft(headerOf(answer, 'content-type'), what).toContain('application/json')
  const { code, message, ...more } = JSON.parse(answer.body.toString() || '{}')
  expect.soft([typeof code, typeof message, more], what).toEqual(['string', 'string', {}])
  expect.soft(upstream.take(), what).toEqual([])
}

const submission = async (as = owner): Promise<RawRequest> => ({
  method: 'POST',
  target: '/v1/metadata-refreshes',
  headers: { 'content-type': 'application/json', ...(await imxHeaders(as)) },
  body: JSON.stringify({ collection_address: `0x${'a'.repeat(40)}`, token_ids: ['1'] }),
})

test('no spelling leads to another host or path', async () => {
  for (const target of refusedTargets) expectRefused(await ask({ target }), 404, target.slice(0, 100))
})

test('no bytes lead to another host or path', async () => {
  const { host } = new URL(script.desk.url)
  for (const head of refusedHeads) {
    const lines = [head.replace('HOST', host), `Host: ${host}`, `Authorization: ${script.authorization}`]
    const bytes = [...lines, 'Connection: close', '', ''].join('\r\n')
    const answer = await sendBytes(script.desk.url, bytes)
    said.push(answer)
    expect.soft(answer.split('\r\n')[0], head).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect.soft(answer, head).not.toMatch(/^location:/im)
    expect.soft(upstream.take(), head).toEqual([])
  }
})

test('no method but those of the operations, and no header that names another', async () => {
  for (const [method, target] of refusedMethods) {
    const answer = await ask({ method, target })
    if (method === 'HEAD') expect(answer).toMatchObject({ status: 404 })
    else expectRefused(answer, 404, method)
  }
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override', '_method']) {
    const answer = await ask({ method: 'POST', target: '/v1/assets', headers: { [name]: 'GET' } })
    expectRefused(answer, 404, name)
    await ask({ target: `/v1/assets?${name}=POST`, headers: { [name]: 'POST' } })
    expect(upstream.take().map(({ method }) => method)).toEqual(['GET'])
  }
})

test('nothing too large', async () => {
  expect((await ask({ target: '/v1/assets', headers: { 'x-large': 'a'.repeat(20_000) } })).status).toBe(431)
  const body = `{"collection_address":"${'a'.repeat(1_100_000)}"}`
  const { headers: own, ...rest } = await submission()
  // As clients do: one that closes at once may not get to read what it was told meanwhile.
  const headers = { ...own, connection: 'keep-alive' }
  expectRefused(await ask({ ...rest, headers, body }), 413, 'a body')
  const chunked = { 'transfer-encoding': 'chunked' }
  expectRefused(await ask({ ...rest, headers: { ...headers, ...chunked }, body }), 413, 'a body in chunks')
})

test('nobody without a token, and no cookie in its place', async () => {
  const { cookies } = await admin.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(cookie).not.toBe('')
  secrets.push(...cookies.map(({ value }) => value))
  const { secret } = script.token
  const shown: Record<string, string>[] = [
    {},
    { cookie },
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: secret },
    { authorization: `Basic ${Buffer.from(`x:${secret}`).toString('base64')}` },
    { authorization: `Bearer ${secret.slice(0, -1)}` },
    { authorization: `Bearer ${secret}x` },
    { authorization: `Bearer ${secret}, Bearer ${secret}` },
    { authorization: `Bearer rd_${'a'.repeat(43)}`, cookie },
    { 'x-api-key': secret },
    { 'proxy-authorization': `Bearer ${secret}` },
  ]
  for (const headers of shown) {
    const what = Object.keys(headers).join()
    expectRefused(await ask({ target: `/v1/assets?access_token=${secret}`, headers }, null), 401, what)
    const { headers: own, ...rest } = await submission()
    expectRefused(await ask({ ...rest, headers: { ...own, ...headers } }, null), 401, `${what} creates`)
  }
})

test('no token that was revoked, and none of a former member; a viewer’s and a demoted one only read', async ({
  playwright,
}) => {
  const manage = { headers: { origin: script.desk.url } }
  const reads = async (authorization: string) =>
    (await ask({ target: `/v1/assets?as=${crypto.randomUUID()}` }, authorization)).status
  const join = async (role: string) => {
    const account = privateKeyToAccount(generatePrivateKey())
    const data = { address: account.address, name: role, role }
    const member = await (await admin.post(`${script.desk.url}/api/members`, { ...manage, data })).json()
    const request = await playwright.request.newContext()
    await signInByApi(request, script.desk.url, account)
    const token = await makeToken(request, script.desk.url)
    secrets.push(token.secret)
    return { ...token, request, member: `${script.desk.url}/api/members/${member.id}` }
  }

  const viewer = await join('viewer')
  expectRefused(await ask(await submission(), viewer.authorization), 403, 'a viewer creates')
  expect(await reads(viewer.authorization)).toBe(200)

  const operator = await join('operator')
  expect((await ask(await submission(), operator.authorization)).status).toBe(200)
  expect((await admin.patch(operator.member, { ...manage, data: { role: 'viewer' } })).ok()).toBe(true)
  upstream.take()
  expectRefused(await ask(await submission(), operator.authorization), 403, 'a demoted one creates')
  expect(await reads(operator.authorization)).toBe(200)

  const url = `${script.desk.url}/api/access-tokens/${viewer.id}`
  expect((await viewer.request.delete(url, manage)).status()).toBe(204)
  upstream.take()
  expectRefused(await ask({ target: '/v1/assets?as=1' }, viewer.authorization), 401, 'a revoked one')

  expect((await admin.delete(operator.member, manage)).status()).toBe(204)
  expectRefused(await ask({ target: '/v1/assets?as=2' }, operator.authorization), 401, 'a former member’s')
  await Promise.all([viewer, operator].map(({ request }) => request.dispose()))
})

test('neither an answer nor the log holds a token, the server’s key or a signature', async () => {
  const signed = await submission()
  secrets.push(signed.headers?.['x-imx-eth-signature'] as string)
  for (const status of [200, 202, 401, 418, 429, 500]) {
    upstream.answerWith({ status, body: '{"code":"x","message":"y"}' })
    await ask(signed)
    await ask({ target: `/v1/metadata-refreshes?said=${status}`, headers: { ...signed.headers } })
  }
  expect(said.length).toBeGreaterThan(20)
  const everything = [...said, script.desk.output()].join('\n')
  for (const secret of secrets) expect(everything.includes(secret), 'a secret was said').toBe(false)
  expect(everything).not.toMatch(/0x[0-9a-f]{130}/i)
})
