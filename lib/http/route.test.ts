import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { issueToken } from '../auth/access-tokens.ts'
import { startSession } from '../auth/session.ts'
import { AppError } from '../core/app-error.ts'
import { type Database, setDatabase } from '../db/connection/open-database.ts'
import { openTestDatabase } from '../db/connection/test-database.ts'
import { saveMember } from '../db/team/members.ts'
import type { Role } from '../domain/team/model.ts'
import type { ServiceContext } from '../services/context.ts'
import { changeMember } from '../services/team/change-member.ts'
import { removeMember } from '../services/team/remove-member.ts'
import { signOut } from '../services/team/sign-out.ts'
import { publicRoute, route } from './route.ts'

const URL_HERE = 'http://localhost:3000/api/things'
const Body = z.object({ name: z.string() })
const HOUR_MS = 3_600_000
const next = { params: Promise.resolve({}) }

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  setDatabase(database)
})
afterAll(() => database.close())

const lines: string[] = []
vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
afterEach(() => {
  lines.length = 0
})

const echo = publicRoute({ body: Body, response: Body }, async ({ body }) => body)

function post(body: BodyInit | null, headers: Record<string, string> = {}) {
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }
  return new Request(URL_HERE, { ...init, duplex: 'half' } as RequestInit)
}

function join(role: Role) {
  const address = privateKeyToAccount(generatePrivateKey()).address.toLowerCase()
  return saveMember(database.prisma, { address, role, now: new Date() })
}

async function cookieOf(role: Role): Promise<string> {
  const member = await join(role)
  const { secret } = await startSession(database.prisma, { member, userAgent: null, now: new Date() })
  return `refresh-desk-demo-3000-session=${secret}`
}

async function tokenOf(role: Role, expiresAt = new Date(Date.now() + HOUR_MS)): Promise<string> {
  const { id } = await join(role)
  const token = { memberId: id, name: 'script', now: new Date(), expiresAt }
  return `Bearer ${(await issueToken(database.prisma, token)).secret}`
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = await response.json()
  expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get('x-request-id') })
  return problem
}

test('behavior: a body that is slow to arrive holds up no other of the same caller', async () => {
  const List = z.object({ ids: z.array(z.string()) })
  const bodyLimit = { bytes: 1_000, items: 3 }
  const limited = route({ body: List, response: List, bodyLimit }, async ({ body }) => body)
  const headers = { cookie: await cookieOf('viewer') }
  const slow = new TransformStream<Uint8Array, Uint8Array>()
  const first = limited(post(slow.readable, headers), next)
  const writer = slow.writable.getWriter()
  await writer.write(new TextEncoder().encode('{"ids":'))
  expect((await limited(post('{"ids":["2"]}', headers), next)).status).toBe(200)
  await writer.write(new TextEncoder().encode('["1"]}'))
  await writer.close()
  expect(await (await first).json()).toEqual({ ids: ['1'] })
})

test('error: a body with more values than its limit is refused before it is parsed', async () => {
  const List = z.object({ ids: z.array(z.string()) })
  const limited = route(
    { body: List, response: List, bodyLimit: { bytes: 1_000, items: 3 } },
    async ({ body }) => body,
  )
  const headers = { cookie: await cookieOf('viewer') }
  const send = (body: string) => limited(post(body, headers), next)
  expect((await send('{"ids":["1","2","3","4"]}')).status).toBe(200)
  expect(await problemOf(await send('{"ids":["1","2","3","4","5"]}'))).toMatchObject({
    status: 413,
    title: 'The request body has more than 3 values.',
  })
  // It is not even JSON.
  expect((await send(',,,,')).status).toBe(413)
})

test('default: input and answer pass by their schemas, and nobody keeps the answer', async () => {
  const response = await echo(post('{"name":"a","more":1}'), next)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ name: 'a' })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('behavior: whoever is demoted, signed out or removed is so at their very next request', async () => {
  const contexts: ServiceContext[] = []
  const whoAmI = route({ response: z.object({ role: z.string() }) }, async ({ ctx }) => {
    contexts.push(ctx)
    return { role: ctx.member.role }
  })
  const ask = async (cookie: string) => {
    const response = await whoAmI(new Request(URL_HERE, { headers: { cookie } }), next)
    return response.ok ? (await response.json()).role : response.status
  }
  const of = (role: Role) => cookieOf(role).then(async (cookie) => ({ cookie, role: await ask(cookie) }))
  const [admin, other] = [await of('admin'), await of('operator')]
  expect([admin.role, other.role]).toEqual(['admin', 'operator'])
  const [adminCtx, otherCtx] = contexts
  if (!adminCtx || !otherCtx) throw new Error('Nobody was heard')
  const { id } = otherCtx.member
  await changeMember(adminCtx, { id, role: 'viewer' })
  expect(await ask(other.cookie)).toBe('viewer')
  await removeMember(adminCtx, { id })
  expect(await ask(other.cookie)).toBe(401)
  await signOut(adminCtx)
  expect(await ask(admin.cookie)).toBe(401)
})

test('error: what is no JSON, no JSON type, not valid or holds NUL', async () => {
  const attempts: [Request, number][] = [
    [post('{'), 400],
    [post(null), 400],
    [post('{"name":1}'), 400],
    [post('[]'), 400],
    [post('{"name":"\\u0000"}'), 400],
    [post(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), 400],
    [post('name=a', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    [post('{"name":"a"}', { 'content-type': 'text/plain' }), 415],
  ]
  for (const [request, status] of attempts) {
    const problem = await problemOf(await echo(request, next))
    expect(problem).toMatchObject({ status })
  }
  expect(lines).toEqual([])
})

test('error: a body is counted while it arrives, whatever it says of itself', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(0x20))
    },
  })
  expect((await problemOf(await echo(post(endless), next))).code).toBe('too_large')
  expect(sent).toBeLessThan(200_000)
  const declared = post('{}', { 'content-length': '99999999' })
  expect((await problemOf(await echo(declared, next))).code).toBe('too_large')
})

test('error: another site cannot write', async () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    const problem = await problemOf(await echo(post('{"name":"a"}', headers as Record<string, string>), next))
    expect(problem).toMatchObject({ status: 403, reason: 'cross_origin' })
  }
  const own = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }
  expect((await echo(post('{"name":"a"}', own), next)).status).toBe(200)
})

test('error: no session, a made-up session, and a role too small', async () => {
  const admins = route({ role: 'admin', response: z.undefined() }, async () => undefined)
  const ask = (cookie: string) => admins(new Request(URL_HERE, { headers: { cookie } }), next)
  for (const cookie of ['', 'refresh-desk-demo-3000-session=made-up', 'refresh-desk-demo-3000-session=']) {
    expect((await problemOf(await ask(cookie))).status).toBe(401)
  }
  expect((await problemOf(await ask(await cookieOf('operator')))).status).toBe(403)
  expect((await ask(await cookieOf('admin'))).status).toBe(204)
})

test('behavior: a token opens what its member may do, and the handler knows that a token was shown', async () => {
  const response = z.object({ kind: z.string(), role: z.string() })
  const operators = route({ role: 'operator', response }, async ({ ctx }) => ({
    kind: ctx.caller.kind,
    role: ctx.member.role,
  }))
  const ask = (authorization: string) =>
    operators(new Request(URL_HERE, { headers: { authorization } }), next)
  expect(await (await ask(await tokenOf('admin'))).json()).toEqual({ kind: 'token', role: 'admin' })
  expect(await problemOf(await ask(await tokenOf('viewer')))).toMatchObject({ status: 403, reason: 'role' })
})

test('error: a bad token is refused even beside a living cookie, which is never looked at', async () => {
  const handler = route({ response: z.object({ role: z.string() }) }, async ({ ctx }) => ctx.member)
  const cookie = await cookieOf('admin')
  const ask = (authorization: string) =>
    handler(new Request(URL_HERE, { headers: { authorization, cookie } }), next)
  for (const authorization of [
    `Bearer rd_${'A'.repeat(43)}`,
    'bearer  rd_short',
    await tokenOf('admin', new Date(Date.now() - 1)),
  ]) {
    expect(await problemOf(await ask(authorization))).toMatchObject({ status: 401, reason: 'token' })
  }
  expect(await (await ask(await tokenOf('viewer'))).json()).toEqual({ role: 'viewer' })
})

test.each(['', 'Basic YTpi', `Bearer ${'A'.repeat(43)}`, 'Negotiate rd_'])(
  'behavior: "%s" is for a proxy in front: the cookie counts, and only for requests of our own pages',
  async (authorization) => {
    const handler = route({ body: Body, response: Body }, async ({ body }) => body)
    const ask = (headers: Record<string, string>) =>
      handler(post('{"name":"a"}', { authorization, ...headers }), next)
    const cookie = await cookieOf('viewer')
    expect((await ask({ cookie })).status).toBe(200)
    const refused = [ask({}), ask({ cookie: 'refresh-desk-demo-3000-session=made-up' })]
    for (const answer of refused) {
      expect(await problemOf(await answer)).toMatchObject({
        status: 401,
        title: expect.stringContaining('Sign in'),
      })
    }
    const foreign = await ask({ cookie, origin: 'https://evil.example' })
    expect(await problemOf(foreign)).toMatchObject({ status: 403, reason: 'cross_origin' })
  },
)

test('error: an answer that breaks its contract is a logged 500 that shows nothing of it', async () => {
  const broken = publicRoute(
    { response: z.object({ id: z.number() }) },
    async () => ({ id: 'private' }) as never,
  )
  const problem = await problemOf(await broken(new Request(URL_HERE), next))
  expect(problem.status).toBe(500)
  expect(JSON.stringify(problem)).not.toContain('private')
  expect(lines.join()).toContain(problem.requestId)
})

test('error: what breaks is logged with its cause but never with a signature or a token', async () => {
  const secrets = `0x${'ab'.repeat(65)} rd_${'ab-_7'.repeat(9).slice(0, 43)}`
  const broken = publicRoute({ response: z.undefined() }, async () => {
    throw new Error('outer', { cause: new Error(`inner ${secrets}`) })
  })
  const problem = await problemOf(await broken(new Request(URL_HERE), next))
  expect(JSON.stringify(problem)).not.toMatch(/outer|inner|abab/)
  expect(lines.join()).toContain('inner [signature] [token]')
})

test('error: a named error travels as it is, with the time to wait', async () => {
  const busy = publicRoute({ response: z.undefined() }, async () => {
    throw new AppError('rate_limited', 'Slowly.', { retryAfterSeconds: 7, reason: 'why' })
  })
  const response = await busy(new Request(URL_HERE), next)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(await problemOf(response)).toMatchObject({ title: 'Slowly.', reason: 'why', retryAfterSeconds: 7 })
})
