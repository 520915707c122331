import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCollection } from '../../db/collections/collections.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember } from '../../db/team/members.ts'
import { AssetQuery, type Collection } from '../../domain/collections/model-schema.ts'
import { listAssets } from '../assets/list-assets.ts'
import { getCollection } from '../collections/get-collection.ts'
import { listCollections } from '../collections/list-collections.ts'
import { search } from '../collections/search.ts'
import type { ServiceContext } from '../context.ts'
import { testRules } from '../testing/test-desk.ts'
import { listNetworks } from './list-networks.ts'
import { createNetworks } from './networks.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const newAddress = () => `0x${crypto.randomUUID().replaceAll('-', '')}00000000` as const
const now = new Date('2026-11-22T10:00:00Z')

/** A member whose only network, Immutable X, has nobody listening. */
async function newContext(): Promise<ServiceContext> {
  const member = await saveMember(database.prisma, { address: newAddress(), role: 'viewer', now })
  // Below the ports that the system gives to whoever asks for any, so nobody gets it meanwhile.
  const baseUrl = 'http://127.0.0.1:2'
  const networks = createNetworks([{ slug: 'imx', baseUrl, apiKey: null, requestsPerSecond: 0 }])
  return {
    member,
    caller: { kind: 'session', id: 'test' },
    requestId: 'test',
    rules: testRules,
    now: () => now,
    db: database.prisma,
    networks,
  }
}

const known = (over: Partial<Collection> = {}): Collection => ({
  network: 'imx',
  address: newAddress(),
  name: 'Kept',
  description: null,
  imageUrl: 'http://plain.example/1.png',
  projectId: 7,
  ownerAddress: null,
  metadataApiUrl: null,
  seenAt: '2026-11-01T00:00:00.000Z',
  ...over,
})

test('default: a known collection stays readable and says how old it is', async () => {
  const ctx = await newContext()
  const collection = known({ ownerAddress: ctx.member.address })
  await saveCollection(ctx.db, collection)
  expect(await getCollection(ctx, collection)).toMatchObject({
    name: 'Kept',
    isStale: true,
    isOwner: true,
    seenAt: collection.seenAt,
    imageUrl: null,
    refreshCount: 0,
    quota: { limit: null, remaining: null, resetsAt: null, seenAt: null },
  })
  for (const owner of ['me', 'team', 'all'] as const) {
    const { items } = await listCollections(ctx, { owner })
    expect(items).toContainEqual(
      expect.objectContaining({
        address: collection.address,
        tokens: null,
        lastRefresh: null,
        failedLastTime: 0,
      }),
    )
  }
  const { items } = await search(ctx, { q: 'kept' })
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'collection', href: `/imx/${collection.address}` }),
  )
})

test('error: what only the network knows is unavailable, in our words', async () => {
  const ctx = await newContext()
  const key = { network: 'imx', address: newAddress() } as const
  await expect(getCollection(ctx, key)).rejects.toMatchObject({ code: 'upstream_unavailable' })
  await expect(listAssets(ctx, { collection: key, query: AssetQuery.parse({}) })).rejects.toMatchObject({
    code: 'upstream_unavailable',
    message: expect.stringMatching(/^Immutable X does not answer\./),
  })
  await expect(getCollection(ctx, { ...key, network: 'imx-local' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('behavior: the networks say who answers, and which are off', async () => {
  const { items } = await listNetworks(await newContext())
  expect(items.map(({ slug, isOn, state, lastGoodAt }) => [slug, isOn, state, lastGoodAt])).toEqual([
    ['imx', true, 'unreachable', null],
    ['imx-sandbox', false, 'off', null],
  ])
})

test('behavior: an address nobody knows is offered to be opened', async () => {
  const address = newAddress()
  const { items } = await search(await newContext(), { q: address.toUpperCase().replace('0X', '0x') })
  expect(items).toEqual([
    {
      kind: 'address',
      title: `Open ${address}`,
      detail: 'as a collection on Immutable X',
      imageUrl: null,
      href: `/imx/${address}`,
    },
  ])
})
