import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AssetPage, newWallet, startTestWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof startTestWorld>>
let wardens: string
beforeAll(async () => {
  world = await startTestWorld()
  const { body } = await world.get<{ result: { address: string }[] }>('/collections?keyword=wardens')
  wardens = body.result[0]?.address ?? ''
})
afterAll(() => world?.sandbox.stop())

const list = async (query: Record<string, string>) =>
  (await world.get<AssetPage>(`/assets?${new URLSearchParams(query)}`)).body

async function walk(query: Record<string, string>) {
  const rows: AssetPage['result'] = []
  for (let cursor = ''; ; ) {
    const page = await list({ page_size: '200', ...query, cursor })
    rows.push(...page.result)
    if (page.remaining === 0) return rows
    cursor = page.cursor
  }
}

test.each(
  ['updated_at', 'name'].flatMap((order_by) => ['asc', 'desc'].map((direction) => ({ order_by, direction }))),
)('default: a walk by $order_by $direction meets each of 10,000 assets once, in order', async (order) => {
  const rows = await walk({ collection: wardens, ...order })
  expect(rows).toHaveLength(10_000)
  expect(new Set(rows.map(({ token_id }) => token_id)).size).toBe(10_000)
  const keys = rows.map((row) => (order.order_by === 'name' ? row.name : Date.parse(row.updated_at)))
  const inOrder = keys.every((key, at) => {
    const before = keys[at - 1]
    return before === undefined || (order.direction === 'asc' ? before <= key : before >= key)
  })
  expect(inOrder).toBe(true)
})

test('behavior: a walk over all collections loses none of those that share names and ids', async () => {
  const owner = newWallet()
  const made = await Promise.all([0, 1, 2].map(() => world.makeCollection(owner.address, 30)))
  const collection = made.map(({ address }) => address).join(',')
  await world.control('POST', '/metadata', { collection_address: made[0]?.address, patch: { name: 'Same' } })
  const rows = await walk({ collection, page_size: '7', order_by: 'name' })
  expect(new Set(rows.map((row) => `${row.token_address}/${row.token_id}`)).size).toBe(90)
})

test('behavior: every filter narrows to what it says, and an empty one is absent', async () => {
  const traits = JSON.stringify({ Faction: ['Dune', 'Void'], Helm: ['Great helm'] })
  const plain = await walk({ collection: wardens, metadata: traits, user: '', status: '', name: '' })
  expect(plain.length).toBeGreaterThan(200)
  expect(
    plain.every(
      ({ metadata }) => ['Dune', 'Void'].includes(String(metadata.Faction)) && metadata.Helm === 'Great helm',
    ),
  ).toBe(true)
  // The SDK encodes once more what its documentation tells callers to encode.
  expect(await walk({ collection: wardens, metadata: encodeURI(traits) })).toEqual(plain)

  const first = plain[0]
  if (!first) throw new Error('No asset to filter by.')
  const held = await walk({ collection: wardens, user: `0xabc,${first.user.toUpperCase()}` })
  expect(held.length).toBeGreaterThan(0)
  expect(held.every(({ user }) => user === first.user)).toBe(true)
  const burning = await walk({ collection: wardens, status: 'withdrawable' })
  expect(new Set(burning.map(({ status }) => status))).toEqual(new Set(['withdrawable']))
  const named = await world.get<AssetPage>(`/assets?collection=${wardens}&name=dune+ward&page_size=5`)
  expect(named.body.result.map(({ name }) => name)).toEqual(Array(5).fill('Dune Warden'))
  const recent = await walk({
    collection: wardens,
    updated_min_timestamp: first.updated_at,
    updated_max_timestamp: first.updated_at,
  })
  expect(recent).toContainEqual(first)
})

test('behavior: fees and orders come when asked for, and an asset answers to both its ids', async () => {
  const query = { collection: wardens, page_size: '1' }
  const fees = { include_fees: 'true', auxiliary_fee_percentages: '1.5', auxiliary_fee_recipients: '0xAbc' }
  const { result } = await list({ ...query, ...fees, sell_orders: 'true' })
  expect(result[0]).toMatchObject({
    fees: [{ percentage: 2 }, { percentage: 1.5, address: '0xabc' }],
    orders: { sell_orders: [] },
  })
  const bare = (await list(query)).result[0] as unknown as { id: string; token_id: string }
  expect(bare).not.toHaveProperty('fees')
  const [byId, byImxId] = await Promise.all(
    [bare.token_id, bare.id].map((id) => world.get(`/assets/${wardens}/${id}`)),
  )
  expect(byId?.body).toEqual(byImxId?.body)
})

test.each([
  'page_size=0',
  'page_size=201',
  'page_size=x',
  'order_by=price',
  'direction=up',
  'status=pending',
  'sell_orders=maybe',
  'metadata=%7B',
  'metadata=[1]',
  'updated_min_timestamp=noon',
  'cursor=!!',
  'cursor=e30',
  'auxiliary_fee_percentages=1',
])('error: %s is 400 with the documented body', async (query) => {
  const { status, body } = await world.get(`/assets?${query}`)
  expect({ status, body }).toEqual({
    status: 400,
    body: { code: 'bad_request', message: expect.any(String) },
  })
})

test('error: what is not there is 404, the wrong method 405', async () => {
  const nobody = '0x0000000000000000000000000000000000000001'
  for (const path of [
    `/assets/${wardens}/10001`,
    `/assets/${nobody}/1`,
    `/collections/${nobody}`,
    `/collections/${nobody}/filters`,
    '/users',
  ])
    expect(await world.get(path)).toMatchObject({ status: 404, body: { code: 'resource_not_found_code' } })
  const deleted = await fetch(`${world.sandbox.imxUrl}/v1/assets`, { method: 'DELETE' })
  expect([deleted.status, deleted.headers.has('date')]).toEqual([405, true])
  expect(await deleted.json()).toEqual({ code: 'method_not_allowed', message: expect.any(String) })
})

test('default: a collection tells its owner, origin, filters and schema', async () => {
  const { body } = await world.get<{ metadata_api_url: string; image: string }>(`/collections/${wardens}`)
  expect(body).toMatchObject({
    name: 'Ashfall Wardens',
    project_owner_address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  })
  const image = await fetch(`${body.metadata_api_url}/5108.svg`)
  expect(image.headers.get('content-type')).toBe('image/svg+xml')
  expect(image.headers.get('x-content-type-options')).toBe('nosniff')
  expect(image.headers.get('content-security-policy')).toContain("default-src 'none'")
  const filters = await world.get<{ key: string; value: string[] }[]>(`/collections/${wardens}/filters`)
  expect(filters.body.find(({ key }) => key === 'Faction')?.value).toContain('Ember')
  const schema = await world.get<{ name: string; type: string; filterable: boolean }[]>(
    `/collections/${wardens}/metadata-schema`,
  )
  expect(schema.body.filter(({ type, filterable }) => type === 'text' && filterable)).toEqual([])
})
