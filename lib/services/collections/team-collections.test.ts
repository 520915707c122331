import { expect, test } from 'vitest'
import { newWallet } from '../../../sandbox/testing/world.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { openTestCollection } from '../testing/test-collection.ts'
import { getCollection } from './get-collection.ts'
import { listCollections } from './list-collections.ts'
import { listKnownCollections } from './list-known-collections.ts'
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
  expect(paths).toEqual([refreshed, opened, owned].map((address) => `/imx/${address}/assets/1`))
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
  expect(addressesOf(await listKnownCollections(member, 'me'))).toEqual([])
  await getCollection(operator, { network: 'imx', address: collection })
  await getCollection(member, { network: 'imx', address: own })
  expect(await listKnownCollections(member, 'me')).toMatchObject({ items: [{ address: own, preview: [] }] })
  const listed = await listCollections(member, { owner: 'team' })
  expect(addressesOf(listed)).toEqual([own, collection])
  // The images were asked for by then.
  expect(await listKnownCollections(member, 'team')).toEqual(listed)
  expect(addressesOf(await listKnownCollections(operator, 'all')).sort()).toEqual([own, collection].sort())
})
