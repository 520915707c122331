import { expect, test } from 'vitest'
import { newAccount } from '../testing/test-desk.ts'
import { ids } from '../testing/test-engine.ts'
import { setUpScript } from './test-script.ts'

const LIST = '/v1/metadata-refreshes'

test('default: an owner’s script that polls in a loop, signing each time, costs one call per interval', async () => {
  const { network, desk, read, signatureOf } = await setUpScript()
  await read(LIST, await signatureOf())
  const before = network.listings
  const ages: (number | null)[] = []
  for (let poll = 0; poll < 40; poll++) {
    desk.clock.ms += 100
    ages.push((await read(LIST, await signatureOf())).ageMs)
  }
  expect(network.listings - before).toBeLessThanOrEqual(3)
  expect(Math.max(...ages.map((age) => age ?? 0))).toBeGreaterThanOrEqual(1_800)
})

test('behavior: a loop over what is not there, or while the network asks for less, is spared as well', async () => {
  const { network, read, signatureOf } = await setUpScript()
  const poll = async () => (await read(`${LIST}/gone`, await signatureOf())).answer.status
  await read(LIST, await signatureOf())
  expect([await poll(), await poll(), await poll()]).toEqual([404, 404, 404])
  expect(network.looks).toBe(1)
  network.readStatus = 429
  const list = async () => (await read(`${LIST}?a=`, await signatureOf())).answer.status
  const before = network.listings
  expect([await list(), await list()]).toEqual([429, 429])
  expect(network.listings - before).toBe(1)
  network.readStatus = 500
  const fail = async () => (await read(`${LIST}?b=`, await signatureOf())).answer.status
  expect([await fail(), await fail()]).toEqual([500, 500])
  expect(network.listings - before).toBe(3)
})

test('error: nobody hears what is the owner’s without a good signature of the owner', async () => {
  const { network, desk, read, signatureOf } = await setUpScript()
  const good = await signatureOf()
  for (let poll = 0; poll < 2; poll++) await read(LIST, good)
  expect((await read(LIST, good)).ageMs).not.toBe(null)
  const theirs = await signatureOf(newAccount())
  const forged = { ...theirs, 'x-imx-eth-address': desk.owner.address }
  const old = { ...good, 'x-imx-eth-timestamp': String(Number(good['x-imx-eth-timestamp']) - 1) }
  const { 'x-imx-eth-signature': _, ...unsigned } = good
  network.readStatus = 403
  for (const headers of [theirs, forged, old, unsigned, {}]) {
    expect(await read(LIST, headers)).toMatchObject({ answer: { status: 403 }, ageMs: null })
  }
})

test('error: a signature older than any that the network was seen to take hears only what the network says to it', async () => {
  const { network, desk, read, signatureOf } = await setUpScript()
  const stale = await signatureOf()
  desk.clock.ms += 400_000
  for (let poll = 0; poll < 3; poll++) await read(LIST, await signatureOf())
  network.readStatus = 401
  expect(await read(LIST, stale)).toMatchObject({ answer: { status: 401 }, ageMs: null })
})

test('behavior: after a submission of its own a script lists it at once', async () => {
  const { network, create, read, signatureOf } = await setUpScript()
  const list = async () =>
    JSON.parse(Buffer.from((await read(LIST, await signatureOf())).answer.body).toString())
  for (let poll = 0; poll < 3; poll++) expect((await list()).result).toHaveLength(0)
  await create(ids(2))
  expect((await list()).result).toMatchObject([{ refresh_id: network.taken[0]?.id }])
})

test('behavior: open reads are shared among all members', async () => {
  const { desk, read, ctx, collection } = await setUpScript()
  const path = `/v1/collections/${collection}`
  expect((await read(path)).ageMs).toBe(null)
  desk.clock.ms += 1_000
  const other = { ...ctx, ...(await desk.join('viewer')), caller: ctx.caller }
  expect((await read(path, {}, other)).ageMs).toBe(1_000)
  expect((await read(`${path}?a=`, {}, other)).ageMs).toBe(null)
})

test('behavior: what the network says is heard although the desk cannot keep the signature', async () => {
  const { network, desk, create, read, signatureOf } = await setUpScript()
  network.isSlow = true
  await create(ids(2))
  desk.clock.ms += 61_000
  const { db } = desk.work
  const { $transaction } = db
  const broken = async () => Promise.reject(new Error('The database is away'))
  db.$transaction = broken as unknown as typeof $transaction
  expect((await read(LIST, await signatureOf())).answer.status).toBe(200)
  db.$transaction = $transaction
})
