import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-sandbox.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember } from '../../db/team/members.ts'
import { AssetQuery } from '../../domain/collections/model-schema.ts'
import { getAsset } from '../assets/get-asset.ts'
import { listAssets } from '../assets/list-assets.ts'
import type { ServiceContext } from '../context.ts'
import { listNetworks } from '../networks/list-networks.ts'
import { createNetworks } from '../networks/networks.ts'
import { changeDemoOwner } from '../signatures/change-demo-owner.ts'
import { testRules } from '../testing/test-desk.ts'
import { getCollection } from './get-collection.ts'
import { listCollections } from './list-collections.ts'
import { listFilters } from './list-filters.ts'
import { search } from './search.ts'

let database: Database
let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  vi.stubEnv('SANDBOX_PORT', new URL(sandbox.url).port)
  vi.stubEnv('SANDBOX_CONTROL_TOKEN', sandbox.controlToken)
  database = await openTestDatabase()
})
afterAll(async () => {
  await sandbox?.stop()
  await database?.close()
})

const newAddress = () => `0x${crypto.randomUUID().replaceAll('-', '')}00000000` as const

async function newContext(): Promise<ServiceContext> {
  const now = () => new Date()
  const member = await saveMember(database.prisma, { address: newAddress(), role: 'viewer', now: now() })
  const networks = createNetworks([
    { slug: 'imx-local', baseUrl: sandbox.imxUrl, apiKey: null, requestsPerSecond: 0 },
  ])
  return {
    member,
    caller: { kind: 'session', id: 'test' },
    requestId: 'test',
    rules: testRules,
    now,
    db: database.prisma,
    networks,
  }
}

/** The small demo collection. */
async function findSmall(ctx: ServiceContext) {
  const { items } = await listCollections(ctx, { owner: 'all', q: 'Kestrel' })
  const [card] = items
  if (!card) throw new Error('The sandbox has no small collection')
  return card
}

test('default: a member finds a collection, opens it, pages through its assets and opens one', async () => {
  const ctx = await newContext()
  const card = await findSmall(ctx)
  const collection = await getCollection(ctx, card)
  expect(collection).toMatchObject({
    isStale: false,
    isOwner: false,
    refreshCount: 0,
    ownerAddress: expect.stringMatching(/^0x/),
  })
  expect((await listCollections(ctx, { owner: 'team' })).items.map(({ address }) => address)).toEqual([
    card.address,
  ])

  const seen = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await listAssets(ctx, {
      collection: card,
      query: AssetQuery.parse({ pageSize: 25, cursor }),
    })
    for (const asset of page.items) seen.add(asset.tokenId)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.size).toBe(60)
  const [tokenId = ''] = seen
  expect(await getAsset(ctx, { ...card, tokenId })).toMatchObject({
    tokenId,
    collection: card.address,
    lastRefresh: null,
  })
})

test("behavior: filters by trait, name, status and order are the network's", async () => {
  const ctx = await newContext()
  const card = await findSmall(ctx)
  const { items: filters } = await listFilters(ctx, card)
  const facet = filters.find(({ values }) => values.length > 1)
  if (!facet?.values[0]) throw new Error('The sandbox has no facet')
  const ask = (query: Partial<Record<keyof AssetQuery, unknown>>) =>
    listAssets(ctx, { collection: card, query: AssetQuery.parse({ pageSize: 200, ...query }) })
  const some = await ask({ traits: JSON.stringify({ [facet.key]: [facet.values[0]] }) })
  expect(some.items.length).toBeGreaterThan(0)
  expect(some.items.length).toBeLessThan(60)
  expect((await ask({ name: 'no such name anywhere' })).items).toEqual([])
  const names = (await ask({ orderBy: 'name', direction: 'asc' })).items.map(({ name }) => name ?? '')
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  await expect(ask({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_request' })
})

test('error: what the network does not know is not found', async () => {
  const ctx = await newContext()
  const card = await findSmall(ctx)
  await expect(getCollection(ctx, { ...card, address: newAddress() })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(getAsset(ctx, { ...card, tokenId: '999999999' })).rejects.toMatchObject({ code: 'not_found' })
})

test('behavior: a member takes over a demo collection and finds it among their own', async () => {
  const ctx = await newContext()
  const card = await findSmall(ctx)
  expect((await listCollections(ctx, { owner: 'me' })).items).toEqual([])
  expect(await changeDemoOwner(ctx, card)).toMatchObject({ isOwner: true, ownerAddress: ctx.member.address })
  expect((await listCollections(ctx, { owner: 'me' })).items.map(({ address }) => address)).toEqual([
    card.address,
  ])
  await expect(changeDemoOwner(ctx, { ...card, network: 'imx' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeDemoOwner(ctx, { ...card, address: newAddress() })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('behavior: networks answer, search finds names, addresses and tokens', async () => {
  const ctx = await newContext()
  expect((await listNetworks(ctx)).items).toMatchObject([
    { slug: 'imx-local', isOn: true, state: 'answers', batchSize: 1000 },
    { slug: 'imx', isOn: false, state: 'off' },
    { slug: 'imx-sandbox', isOn: false, state: 'off' },
  ])
  const card = await findSmall(ctx)
  const href = `/imx-local/${card.address}`
  expect((await search(ctx, { q: 'kestrel' })).items).toMatchObject([{ kind: 'collection', href }])
  expect((await search(ctx, { q: card.address })).items).toMatchObject([{ kind: 'collection', href }])
  expect((await search(ctx, { q: '' })).items).toEqual([])
  await getCollection(ctx, card)
  for (const q of ['#7', '\u200b7\u2060']) {
    expect((await search(ctx, { q })).items).toContainEqual({
      kind: 'token',
      title: 'Try #7',
      detail: `${card.name}, whose tokens are not all counted`,
      imageUrl: null,
      href: `${href}/assets/7`,
    })
  }
})
