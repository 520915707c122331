import { expect, test } from 'vitest'
import { findUsableSignature } from '../../signatures/signatures.ts'
import { newAccount } from '../testing/test-desk.ts'
import { ids, project } from '../testing/test-engine.ts'
import { setUpScript, text } from './test-script.ts'

const MINUTE_MS = 60_000

test('default: what a script sends stands in the history before the network sees it, and is watched to its end', async () => {
  const { network, desk, create, readRefresh, ctx } = await setUpScript()
  network.failures.set('3', { error_code: 'invalid_response_status_code', client_response_status_code: 404 })
  network.quota = { limit: 20, remaining: 20, resetsAt: new Date(desk.clock.ms + 30 * MINUTE_MS) }
  let during: unknown
  network.afterTaking = async () => {
    during = await readRefresh(1)
  }
  const answered = await create(ids(5))
  expect(during).toMatchObject({ source: 'script', batches: [{ state: 'sending' }] })
  expect(answered).toMatchObject({ answer: { status: 202 }, refreshNumber: 1 })
  expect(JSON.parse(text(answered))).toEqual({ refresh_id: network.taken[0]?.id })
  expect(answered.answer.headers.get('x-imx-remaining-refreshes')).toBe('19')
  await desk.advance(2 * MINUTE_MS)
  expect(await readRefresh(1)).toMatchObject({
    source: 'script',
    note: 'Night',
    state: 'partly_failed',
    signer: { address: desk.ownerAddress },
    by: { id: ctx.member.id },
    progress: { total: 5, succeeded: 4, failed: 1 },
    causes: [{ count: 1 }],
    quota: { remaining: 19 },
  })
  const { activity } = await readRefresh(1)
  expect(activity.find(({ kind }) => kind === 'submitted')?.data).toMatchObject({
    tokens: 5,
    token: 'nightly',
  })
  expect(network.submissions).toBe(1)
})

test('behavior: its signature watches and sends nothing of the desk, and is wiped when nothing is left to watch', async () => {
  const script = await setUpScript({ isSigned: true })
  const { network, desk, create, operator, collection, signatureOf } = script
  const owner = { network: 'imx', ownerAddress: desk.ownerAddress }
  await desk.submit(operator, ['1'])
  network.isSlow = true
  await desk.doDueWork()
  const { db } = desk.work
  await db.signature.updateMany({ data: { sealed: null, endedAt: new Date(), endReason: 'deleted' } })
  await create(['2'])
  expect(await findUsableSignature(desk.work, owner, 'send')).toBe(null)
  expect(await findUsableSignature(desk.work, owner, 'watch')).not.toBe(null)
  const [kept] = await db.signature.findMany({ where: { scope: 'watch' } })
  const signature = (await signatureOf())['x-imx-eth-signature'].slice(2)
  expect(Buffer.from(kept?.sealed ?? []).toString('latin1')).not.toContain(signature)
  for (const taken of network.taken) taken.isCompleted = true
  await desk.advance(10 * MINUTE_MS)
  expect(await db.signature.count({ where: { endedAt: null } })).toBe(0)
  expect(await db.refresh.count({ where: { state: 'succeeded', collection: { address: collection } } })).toBe(
    2,
  )
})

test('behavior: when its signature has run out the refresh waits for the owner, and a new one of the script is enough', async () => {
  const { network, desk, create, read, signatureOf, readRefresh } = await setUpScript()
  network.isSlow = true
  await create(ids(3))
  network.readStatus = 401
  await desk.advance(MINUTE_MS)
  expect(await readRefresh(1)).toMatchObject({ state: 'waiting_authority', signature: { state: 'refused' } })
  network.readStatus = null
  for (const taken of network.taken) taken.isCompleted = true
  await read('/v1/metadata-refreshes', await signatureOf())
  await desk.advance(MINUTE_MS)
  expect((await readRefresh(1)).state).toBe('succeeded')
})

test.each([
  { status: 400, body: { code: 'bad_request', message: 'No.' } },
  { status: 401, body: { code: 'unauthorized', message: 'Too old.' } },
  { status: 403, body: { code: 'forbidden', message: 'Not yours.' } },
  { status: 429, body: { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' } },
])(
  'error: $status comes down word for word and is over: the script decides what is sent again',
  async (refusal) => {
    const { network, desk, create, readRefresh } = await setUpScript()
    network.script.push(refusal)
    const answered = await create(ids(3))
    expect(answered.answer.status).toBe(refusal.status)
    expect(JSON.parse(text(answered))).toEqual(refusal.body)
    await desk.advance(2 * 60 * MINUTE_MS)
    expect(await readRefresh(1)).toMatchObject({
      state: 'failed',
      progress: { failed: 3 },
      batches: [{ state: 'rejected', reason: refusal.body.message }],
    })
    expect(network.submissions).toBe(1)
    expect(await desk.work.db.signature.count({ where: { endedAt: null } })).toBe(0)
  },
)

test('behavior: the same refusal of the same request stands in the history once, with how often it came', async () => {
  const { network, create, readRefresh, countRefreshes } = await setUpScript()
  const limit = { status: 429, body: { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' } }
  network.script.push(limit, limit, limit, limit, { status: 403, body: {} })
  for (const _ of ids(3)) expect((await create(ids(2))).refreshNumber).toBe(1)
  await create(ids(3))
  await create(ids(2))
  expect(await countRefreshes()).toBe(3)
  const { activity } = await readRefresh(1)
  const again = activity.filter(({ kind }) => kind === 'refused_again')
  expect(again.map(({ data }) => data)).toEqual([{ times: 2, httpStatus: 429 }])
  expect((await create(ids(2))).refreshNumber).not.toBe(1)
  expect(await countRefreshes()).toBe(4)
})

test('behavior: a script that is refused in a loop leaves no heap of signatures', async () => {
  const { network, desk, create } = await setUpScript()
  network.isSlow = true
  await create(['1'])
  for (const id of ids(3)) {
    network.script.push({ status: 429, body: {} })
    await create([id, '9'])
  }
  expect(await desk.work.db.signature.count({ where: { endedAt: null } })).toBe(1)
})

test('default: odd bodies go through as they are, and stand in the history as far as they can be told', async () => {
  const { network, post, signatureOf, countRefreshes, readRefresh, collection } = await setUpScript()
  const bad = { status: 400, body: { code: 'bad_request', message: 'Odd.' } }
  for (const body of ['[]', '{}', { collection_address: '0x1', token_ids: ['1'] }]) {
    network.script.push(bad)
    expect((await post(await signatureOf(), body)).answer.status).toBe(400)
  }
  expect(await countRefreshes()).toBe(0)
  const odd = [ids(1_001), ['0x1'], ['1', '1', 7, '8x', {}], []]
  for (const [at, token_ids] of odd.entries()) {
    const reference = `taken-${at}`
    network.script.push({ status: 202, body: { refresh_id: reference } })
    const taken = await post(await signatureOf(), { collection_address: collection, token_ids })
    expect(taken).toMatchObject({ answer: { status: 202 }, refreshNumber: at + 1 })
    const total = new Set(token_ids).size
    const batches = [{ state: 'sent', stage: null, reference }]
    expect(await readRefresh(at + 1)).toMatchObject({ progress: { total }, batches })
  }
})

test('behavior: a body is read as the network reads it, whose names of fields have no case', async () => {
  const { post, signatureOf, collection, readRefresh } = await setUpScript()
  const body = { Collection_Address: collection, TOKEN_IDS: ids(2) }
  expect(await post(await signatureOf(), body)).toMatchObject({ answer: { status: 202 }, refreshNumber: 1 })
  expect(await readRefresh(1)).toMatchObject({ progress: { total: 2 } })
})

test('error: a viewer sends nothing, and a signature of somebody else is nobody’s signature', async () => {
  const { network, desk, create, ctx, signatureOf, read, post, collection } = await setUpScript()
  const headers = { ...(await signatureOf(newAccount())), 'x-imx-eth-address': desk.owner.address }
  network.script.push({ status: 401, body: {} })
  await post(headers, { collection_address: collection, token_ids: ['1'] })
  expect(await desk.work.db.signature.count()).toBe(0)
  const viewer = { ...ctx, member: { ...ctx.member, role: 'viewer' as const } }
  expect((await read('/v1/metadata-refreshes', await signatureOf(), viewer)).answer.status).toBe(200)
  Object.assign(ctx.member, { role: 'viewer' })
  const before = network.submissions
  await expect(create(['1'])).rejects.toMatchObject({ code: 'forbidden' })
  expect(network.submissions).toBe(before)
})

test('behavior: a network that cannot speak of the collection may take its refresh all the same', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  network.isUnreachable = true
  expect(await create(ids(2))).toMatchObject({ answer: { status: 202 }, refreshNumber: 1 })
  await desk.advance(MINUTE_MS)
  expect(await readRefresh(1)).toMatchObject({
    state: 'succeeded',
    collection: { ownerAddress: desk.ownerAddress },
  })
})

test('behavior: the desk counts a script’s request for the quota of its project', async () => {
  const { network, desk, create, operator } = await setUpScript({ isSigned: true })
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(desk.clock.ms + 30 * MINUTE_MS) }
  await create(['1'])
  const { id } = await desk.submit(operator, ['2'])
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({ state: 'waiting_quota' })
  expect(await desk.work.db.quota.count({ where: { quotaKey: project.key, remaining: 0 } })).toBe(1)
})
