import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newWallet, type Status, sign, startTestWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof startTestWorld>>
beforeAll(async () => {
  world = await startTestWorld()
})
beforeEach(() => world.control('DELETE', '/faults'))
afterAll(() => world?.sandbox.stop())

type Record = {
  accepted: { refresh_id: string; token_ids: string[]; answered: boolean }[]
  requests: { create: number }
}
const record = async () => (await world.control<Record>('GET', '/record')).body
const fault = (kind: string, more = {}) =>
  world.control('POST', '/faults', { operation: 'create', kind, times: 1, ...more })

async function owned() {
  const owner = newWallet()
  return { headers: await sign(owner), ...(await world.makeCollection(owner.address)) }
}

/** `fetch` lets nobody choose the Host header. */
const stateAs = (headers: { [name: string]: string }) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { sandbox } = world
    const auth = { authorization: `Bearer ${sandbox.controlToken}` }
    const asked = request(
      `${sandbox.url}/control/state`,
      { headers: { ...auth, ...headers } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    asked.on('error', reject).end()
  })

test('error: no token, an Origin, a foreign Host or another type than JSON is refused', async () => {
  expect(await stateAs({})).toBe(200)
  expect(await stateAs({ authorization: 'Bearer wrong' })).toBe(401)
  expect(await stateAs({ origin: world.sandbox.url })).toBe(403)
  expect(await stateAs({ host: 'rebound.example:80' })).toBe(403)
  const { url, controlToken } = world.sandbox
  const form = await fetch(`${url}/control/settings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'text/plain' },
    body: '{}',
  })
  expect(form.status).toBe(415)
  expect((await world.control('POST', '/settings', { quota_limit: -1 })).status).toBe(400)
  expect((await world.control('POST', '/settings', { no_such: 1 })).status).toBe(400)
})

test.each([
  { kind: 'drop_before', accepts: false },
  { kind: 'drop_after', accepts: true },
])('behavior: $kind ends the connection without an answer', async ({ kind, accepts }) => {
  const { headers, address } = await owned()
  const before = (await record()).accepted.length
  await fault(kind)
  await expect(world.submit(headers, address, ['1'])).rejects.toThrow()
  const after = await record()
  expect(after.accepted.slice(before).map(({ answered }) => answered)).toEqual(accepts ? [false] : [])
  expect((await world.submit(headers, address, ['1'])).status).toBe(202)
  expect((await record()).accepted.at(-1)?.answered).toBe(true)
})

test('behavior: an accepted refresh may be answered without its id or with nonsense', async () => {
  const { headers, address } = await owned()
  await fault('no_id')
  expect(await world.submit(headers, address, ['1'])).toMatchObject({ status: 202, body: {} })
  await fault('nonsense')
  await expect(world.submit(headers, address, ['1'])).rejects.toThrow('JSON')
  expect((await record()).accepted.slice(-2).map(({ answered }) => answered)).toEqual([false, false])
})

test('behavior: a chosen status and a retired network answer without accepting', async () => {
  const { headers, address } = await owned()
  const before = (await record()).accepted.length
  await fault('status', { status: 503, body: { code: 'busy', message: 'Later' } })
  expect(await world.submit(headers, address, ['1'])).toMatchObject({ status: 503, body: { code: 'busy' } })
  await world.control('POST', '/faults', { operation: '*', kind: 'retired', times: 1 })
  expect((await world.get('/assets')).status).toBe(404)
  expect((await record()).accepted).toHaveLength(before)
})

test('behavior: the general limit is a 429 without limit headers', async () => {
  await world.control('POST', '/settings', { requests_per_second: 1 })
  let limited = await world.get('/collections')
  // Two of them fall into one second sooner or later.
  while (limited.status === 200) limited = await world.get('/collections')
  await world.control('POST', '/settings', { requests_per_second: 0 })
  expect(limited).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
  expect(limited.headers.has('x-imx-refreshes-limit')).toBe(false)
})

test('behavior: a new owner may refresh and the old one may not; a mended token succeeds', async () => {
  const { headers, address } = await owned()
  const next = newWallet()
  await world.control('POST', '/tokens', {
    collection_address: address,
    token_ids: ['1'],
    behaviour: 'not_found',
  })
  await world.control('POST', `/collections/${address}/owner`, { owner: next.address })
  expect((await world.submit(headers, address, ['1'])).status).toBe(403)
  const theirs = await sign(next)
  const failing = await world.submit(theirs, address, ['1'])
  expect((await world.settled(failing.body.refresh_id, theirs)).summary.failed).toBe(1)
  await world.control('POST', '/tokens', { collection_address: address, token_ids: ['1'], behaviour: 'ok' })
  const mended = await world.submit(theirs, address, ['1'])
  expect((await world.settled(mended.body.refresh_id, theirs)).summary.succeeded).toBe(1)
})

test('behavior: a refresh stands still after so many tokens until it may go on', async () => {
  const { headers, address } = await owned()
  await world.control('POST', '/settings', { crawl_at_most: 2 })
  const { body } = await world.submit(headers, address, ['1', '2', '3', '4', '5'])
  const looks = async (pending: number) => {
    const path = `/metadata-refreshes/${body.refresh_id}`
    for (;;) {
      const { body: seen } = await world.get<Status>(path, headers)
      if (seen.summary.pending <= pending) return seen
    }
  }
  expect(await looks(3)).toMatchObject({ status: 'in_progress', summary: { succeeded: 2, pending: 3 } })
  await world.control('POST', '/settings', { crawl_at_most: 0 })
  expect((await world.settled(body.refresh_id, headers)).summary.succeeded).toBe(5)
})

test('behavior: one refresh of a project after the other is crawled, and other projects wait for none of them', async () => {
  const { headers, address } = await owned()
  const other = await owned()
  await world.control('POST', '/settings', { crawl_refreshes_at_once: 1, crawl_at_most: 2 })
  const first = await world.submit(headers, address, ['1', '2', '3'])
  const second = await world.submit(headers, address, ['4', '5'])
  const elsewhere = await world.submit(other.headers, other.address, ['1', '2'])
  expect((await world.settled(elsewhere.body.refresh_id, other.headers)).summary.succeeded).toBe(2)
  const seen = await world.get<Status>(`/metadata-refreshes/${second.body.refresh_id}`, headers)
  expect(seen.body).toMatchObject({ status: 'queued', summary: { pending: 2 } })
  await world.control('POST', '/settings', { crawl_at_most: 0 })
  expect((await world.settled(second.body.refresh_id, headers)).summary.succeeded).toBe(2)
  const look = await world.get<Status>(`/metadata-refreshes/${first.body.refresh_id}`, headers)
  await world.control('POST', '/settings', { crawl_refreshes_at_once: 0 })
  expect(look.body.status).toBe('completed')
})
