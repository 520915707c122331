import { type APIRequestContext, expect } from '@playwright/test'
import { fillPath, type Handler, listHandlers } from './fixtures/routes.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'

const signedOut = [
  'GET /api/session',
  'POST /api/session',
  'POST /api/session/challenge',
  'DELETE /api/session',
]
const needsMore: Record<string, 'operator' | 'admin'> = {
  'POST /api/members': 'admin',
  'PATCH /api/members/[id]': 'admin',
  'DELETE /api/members/[id]': 'admin',
  'POST /api/refreshes': 'operator',
  'PATCH /api/refreshes/[id]': 'operator',
  'POST /api/refreshes/[id]/retry': 'operator',
}
const nonsense = [
  null,
  [],
  'text',
  7,
  true,
  { unknown: 1 },
  { address: 7, network: {}, collection: null, selection: { ids: [1, {}] }, role: 'god', note: 9 },
]
const sentence = ({ method, path }: Handler) => `${method} ${path}`

async function send(
  request: APIRequestContext,
  url: string,
  { method, path }: Handler,
  init: { headers?: Record<string, string>; data?: unknown } = {},
) {
  return request.fetch(url + fillPath(path), { method, maxRedirects: 0, ...init })
}

/** 4xx, problem+json, with a title a person can read and nothing of our insides. */
async function expectProblem(answer: Awaited<ReturnType<typeof send>>, status?: number) {
  const body = await answer.text()
  expect(answer.status(), body).toBeGreaterThanOrEqual(400)
  expect(answer.status(), body).toBeLessThan(500)
  if (status) expect(answer.status(), body).toBe(status)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  expect(body).not.toMatch(/prisma|node_modules|at .*\.ts/i)
  expect(JSON.parse(body).title.length).toBeGreaterThan(5)
}

const handlers = listHandlers()
const guarded = handlers.filter((handler) => !signedOut.includes(sentence(handler)))
const writes = handlers.filter(({ method }) => method !== 'GET')
const withBody = writes.filter(({ method }) => method === 'POST' || method === 'PATCH')

test('there are handlers to try', () => expect(handlers.length).toBeGreaterThan(25))

test('an address that does not exist answers 404 to everybody', async ({ request, desk }) => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    await expectProblem(
      await request.fetch(`${desk.url}/api/no/such/thing`, { method, headers: { origin: desk.url } }),
      404,
    )
  }
})

for (const handler of guarded) {
  test(`${sentence(handler)} answers 401 to a visitor without a session`, async ({ request, desk }) => {
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { origin: desk.url },
        ...(handler.method !== 'GET' && { data: {} }),
      }),
      401,
    )
  })
}

for (const handler of writes) {
  test(`${sentence(handler)} refuses a write from another origin`, async ({ request, desk, admin }) => {
    await signInByApi(request, desk.url, admin)
    await expectProblem(
      await send(request, desk.url, handler, { headers: { origin: 'https://elsewhere.example' }, data: {} }),
      403,
    )
  })
}

for (const handler of withBody) {
  test(`${sentence(handler)} refuses nonsense, broken JSON, other media types and huge bodies`, async ({
    request,
    desk,
    admin,
  }) => {
    await signInByApi(request, desk.url, admin)
    const headers = { origin: desk.url, 'idempotency-key': 'api-input' }
    for (const data of nonsense) {
      const answer = await send(request, desk.url, handler, {
        headers: { ...headers, 'content-type': 'application/json' },
        data: JSON.stringify(data),
      })
      // A body of optional fields accepts an object it has no use for; what it must never do is fail inside.
      if (answer.status() >= 300) await expectProblem(answer)
      else expect(typeof data === 'object' && data !== null && !Array.isArray(data)).toBe(true)
    }
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { ...headers, 'content-type': 'application/json' },
        data: Buffer.from('{"a":'),
      }),
      400,
    )
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { ...headers, 'content-type': 'text/plain' },
        data: '{}',
      }),
      415,
    )
    const huge = JSON.stringify({ note: 'x'.repeat(3_000_000) })
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { ...headers, 'content-type': 'application/json' },
        data: huge,
      }),
      413,
    )
  })
}

for (const handler of handlers.filter(({ path }) => path.includes('['))) {
  test(`${sentence(handler)} answers ids of nobody and malformed ids without failing`, async ({
    request,
    desk,
    admin,
  }) => {
    await signInByApi(request, desk.url, admin)
    const init = {
      headers: { origin: desk.url, 'idempotency-key': 'api-input' },
      ...(handler.method !== 'GET' && { data: {} }),
    }
    const ofNobody = await send(request, desk.url, handler, init)
    // A list of what the network does not know is an empty list.
    if (ofNobody.ok()) expect((await ofNobody.json()).items).toEqual([])
    else await expectProblem(ofNobody)
    const switchedOff = await request.fetch(desk.url + fillPath(handler.path, { network: 'imx' }), {
      method: handler.method,
      ...init,
    })
    if (!switchedOff.ok()) await expectProblem(switchedOff)
    for (const odd of [
      '%00',
      '..%2f..%2fetc',
      '0x',
      '%F0%9F%92%A9',
      '1e5',
      "1'%20OR%201=1",
      'a'.repeat(300),
    ]) {
      const path = fillPath(handler.path, { id: odd, network: odd, address: odd, tokenId: odd })
      const answer = await request.fetch(desk.url + path, { method: handler.method, ...init })
      expect(answer.status(), path).toBeGreaterThanOrEqual(400)
      expect(answer.status(), path).toBeLessThan(500)
    }
  })
}

for (const [name, role] of Object.entries(needsMore)) {
  test(`${name} is forbidden below ${role}`, async ({ request, desk, team }) => {
    const handler = handlers.find((one) => sentence(one) === name)
    if (!handler) throw new Error(`${name} does not exist.`)
    await signInByApi(request, desk.url, await team.addMember(role === 'admin' ? 'operator' : 'viewer'))
    const body = {
      address: '0x00000000000000000000000000000000000000bb',
      role: 'viewer',
      note: 'x',
      network: 'imx-local',
      collection: '0x00000000000000000000000000000000000000aa',
      selection: { ids: ['1'] },
    }
    const data = handler.method === 'DELETE' ? {} : body
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { origin: desk.url, 'idempotency-key': 'api-input' },
        data,
      }),
      403,
    )
  })
}

test('bad query strings are refused with the name of the parameter', async ({ request, desk, admin }) => {
  await signInByApi(request, desk.url, admin)
  for (const query of [
    'pageSize=0',
    'pageSize=9999',
    'pageSize=x',
    'state=odd',
    'from=yesterday',
    'tokenId=1e9',
    'cursor=!!',
    'collection=0x12',
  ]) {
    const answer = await request.get(`${desk.url}/api/refreshes?${query}`)
    await expectProblem(answer, 400)
    expect(await answer.text()).toContain(query.split('=')[0])
  }
})

test('nothing of all this was stored', async ({ request, desk, admin }) => {
  await signInByApi(request, desk.url, admin)
  const { items } = await (await request.get(`${desk.url}/api/refreshes?pageSize=100`)).json()
  expect(items.filter((item: { origin: string }) => item.origin !== 'sample')).toEqual([])
  const members = await (await request.get(`${desk.url}/api/members`)).json()
  expect(
    members.items.some(
      (member: { address: string }) => member.address.endsWith('aa') && member.address.startsWith('0x0000'),
    ),
  ).toBe(false)
})
