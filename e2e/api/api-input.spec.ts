import { expect } from '@playwright/test'
import { expectProblem, send, sentence } from '../fixtures/api.ts'
import { listHandlers } from '../fixtures/routes.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'

const signedOut = [
  'GET /api/session',
  'POST /api/session',
  'POST /api/session/challenge',
  'DELETE /api/session',
]
const nonsense = [
  null,
  [],
  'text',
  7,
  true,
  { unknown: 1 },
  { address: 7, network: {}, collection: null, selection: { ids: [1, {}] }, role: 'god', note: 9 },
]

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

test('a made-up token is refused everywhere, even beside a living session', async ({
  request,
  desk,
  admin,
}) => {
  await signInByApi(request, desk.url, admin)
  for (const handler of guarded) {
    const headers = { origin: desk.url, authorization: `Bearer rd_${'A'.repeat(43)}` }
    const data = handler.method === 'GET' ? {} : { data: {} }
    await expectProblem(await send(request, desk.url, handler, { headers, ...data }), 401)
  }
})

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
    const huge = JSON.stringify({ note: 'x'.repeat(10_000_000) })
    await expectProblem(
      await send(request, desk.url, handler, {
        headers: { ...headers, 'content-type': 'application/json' },
        data: huge,
      }),
      413,
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
