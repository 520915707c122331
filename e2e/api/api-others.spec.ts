import { expect } from '@playwright/test'
import { expectProblem, send, sentence } from '../fixtures/api.ts'
import { fillPath, listHandlers } from '../fixtures/routes.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'

const needsMore: Record<string, 'operator' | 'admin'> = {
  'POST /api/members': 'admin',
  'PATCH /api/members/[id]': 'admin',
  'DELETE /api/members/[id]': 'admin',
  'POST /api/collections/[network]/[address]/index': 'operator',
  'POST /api/collections/[network]/[address]/import': 'operator',
  'POST /api/refreshes': 'operator',
  'PATCH /api/refreshes/[id]': 'operator',
  'POST /api/refreshes/retry': 'operator',
  'POST /api/refreshes/[id]/pause': 'operator',
  'POST /api/refreshes/[id]/resume': 'operator',
  'POST /api/refreshes/[id]/cancel': 'operator',
  'POST /api/refreshes/[id]/batches/[position]/decision': 'operator',
  'POST /api/refreshes/[id]/batches/[position]/search': 'operator',
}
const handlers = listHandlers()

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

test('nothing of all this was stored', async ({ request, desk, admin }) => {
  await signInByApi(request, desk.url, admin)
  const { items } = await (await request.get(`${desk.url}/api/refreshes?pageSize=100`)).json()
  const own = admin.address.toLowerCase()
  expect(items.filter(({ by }: { by: { address: string } | null }) => by?.address === own)).toEqual([])
  const members = await (await request.get(`${desk.url}/api/members`)).json()
  expect(
    members.items.some(
      (member: { address: string }) => member.address.endsWith('aa') && member.address.startsWith('0x0000'),
    ),
  ).toBe(false)
})
