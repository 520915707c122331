import { expect, test } from 'vitest'
import { newWallet } from '../../../sandbox/testing/world.ts'
import { updateMember } from '../../db/team/members.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { startIndex } from '../assets/start-index.ts'
import { syncIndex } from '../assets/sync-index.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { getCollection } from './get-collection.ts'
import { listCollections } from './list-collections.ts'
import { listKnownCollections } from './list-known-collections.ts'
import { readCollection } from './read-collection.ts'
import { search } from './search.ts'

const addressesOf = ({ items }: Awaited<ReturnType<typeof listCollections>>) =>
  items.map(({ address }) => address)

test('default: a member who owns nothing finds every collection that the team owned, refreshed or opened', async () => {
  const { world, desk, operator, collection: refreshed } = await openTestCollection(2)
  await desk.submit(operator, ['1'])
  await desk.advance(1_000)
  const make = async (owner: string) => Address.parse((await world.makeCollection(owner, 1)).address)
  const opened = await make(newWallet().address)
  const colleague = newWallet()
  const owned = await make(colleague.address)
  await getCollection(operator, { network: 'imx', address: opened })
  await desk.join('viewer', Address.parse(colleague.address))

  const newcomer = await desk.join('viewer')
  expect(addressesOf(await listCollections(newcomer, { owner: 'me' }))).toEqual([])
  expect(addressesOf(await listCollections(newcomer, { owner: 'team' }))).toEqual([opened, refreshed, owned])
  const { items } = await search(newcomer, { q: '1' })
  const paths = items.filter(({ kind }) => kind === 'token').map(({ href }) => href)
  expect(paths).toEqual([opened, refreshed, owned].map((address) => `/imx/${address}/assets/1`))
})

test("behavior: a member's own collections come first", async () => {
  const { world, desk, operator, collection } = await openTestCollection(2)
  const wallet = newWallet()
  const own = Address.parse((await world.makeCollection(wallet.address, 1)).address)
  const member = await desk.join('viewer', Address.parse(wallet.address))
  await listCollections(member, { owner: 'me' })
  await desk.submit(operator, ['1'])
  await desk.advance(1_000)
  await getCollection(operator, { network: 'imx', address: collection })
  expect(addressesOf(await listCollections(member, { owner: 'team' }))).toEqual([own, collection])
  expect(addressesOf(await listCollections(operator, { owner: 'team' }))).toEqual([collection, own])
})

test('behavior: our own rows answer the same lists without asking the network', async () => {
  const { world, desk, operator, collection } = await openTestCollection(2)
  const wallet = newWallet()
  const own = Address.parse((await world.makeCollection(wallet.address, 1)).address)
  const member = await desk.join('viewer', Address.parse(wallet.address))
  expect(addressesOf(await listKnownCollections(member, { owner: 'me' }))).toEqual([])
  await getCollection(operator, { network: 'imx', address: collection })
  await getCollection(member, { network: 'imx', address: own })
  expect(addressesOf(await listKnownCollections(member, { owner: 'me' }))).toEqual([own])
  const listed = await listCollections(member, { owner: 'team' })
  expect(addressesOf(listed)).toEqual([own, collection])
  expect(await listKnownCollections(member, { owner: 'team' })).toEqual(listed)
  expect(addressesOf(await listKnownCollections(operator, { owner: 'all' })).sort()).toEqual(
    [own, collection].sort(),
  )
})

test('behavior: a card tells owner, tokens, and how the latest refresh went and by whom', async () => {
  const { desk, operator, collection, key } = await openTestCollection(2)
  const owned = await desk.join('viewer', desk.ownerAddress)
  await updateMember(desk.work.db, owned.member.id, { name: 'Mara' })
  await getCollection(operator, key)
  const find = async () =>
    (await listKnownCollections(operator, { owner: 'team' })).items.find(
      ({ address }) => address === collection,
    )
  expect(await find()).toMatchObject({
    ownerName: 'Mara',
    tokens: null,
    lastRefresh: null,
    failedLastTime: 0,
  })
  await startIndex(operator, key)
  const { id } = await desk.submit(operator, ['1', '2'])
  await desk.advance(1_000)
  expect(await find()).toMatchObject({
    tokens: { count: 0, isComplete: false },
    lastRefresh: { id, source: 'desk', by: { id: operator.member.id } },
  })
  await syncIndex(desk.work, (await readCollection(operator, key)).id)
  expect((await find())?.tokens).toEqual({ count: 2, isComplete: true })
})

test('behavior: 300 collections come in pages, each once, and a text finds among all of them', async () => {
  const { desk, operator } = await openTestCollection(1)
  const { db, now } = desk.work
  const names = Array.from({ length: 300 }, (_, at) => `Wave ${String(at).padStart(3, '0')}`)
  const odd = ['100% Relics', '100x Relics', 'Under_score', 'Underxscore', 'Back\\slash']
  await db.collection.createMany({
    data: [...names, ...odd].map((name) => {
      const address = newWallet().address.toLowerCase()
      return { network: 'imx', address, name, quotaKey: address, seenAt: now() }
    }),
  })
  const list = (query: object) => listKnownCollections(operator, { owner: 'team', pageSize: 50, ...query })
  const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((page) => list({ page })))
  const found = pages.flatMap(addressesOf)
  const { total } = await list({})
  expect(found).toHaveLength(total)
  expect(new Set(found).size).toBe(total)
  expect(pages.map(({ items }) => items.length)).toEqual([50, 50, 50, 50, 50, 50, total - 300, 0])

  const namesOf = async (q: string) => (await list({ q })).items.map(({ name }) => name)
  expect(await namesOf('wave 29')).toEqual(names.slice(290))
  expect(await list({ q: 'wave', page: 6 })).toMatchObject({ total: 300 })
  expect(await namesOf('100%')).toEqual(['100% Relics'])
  expect(await namesOf('r_s')).toEqual(['Under_score'])
  expect(await namesOf('back\\')).toEqual(['Back\\slash'])
  expect(await namesOf('no such name')).toEqual([])
  const [first] = (await list({ q: 'Under_score' })).items
  expect(await namesOf(first?.address.slice(2, 30) ?? '')).toEqual(['Under_score'])
})
