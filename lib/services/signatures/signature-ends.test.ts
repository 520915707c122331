import { expect, test } from 'vitest'
import { findUsableSignature } from '../../signatures/signatures.ts'
import { resumeOwner } from '../authority/resume-waiting.ts'
import { waitForAuthority } from '../authority/wait-for-authority.ts'
import { leaseBatch } from '../engine/send/lease-batch.ts'
import { recoverSending } from '../engine/send/recover-sending.ts'
import { cancelRefresh } from '../refreshes/cancel-refresh.ts'
import { endSignatures, HOUR_MS, ids, project, setUpEngine } from '../testing/test-engine.ts'
import { giveSignature } from './give-signature.ts'

test('behavior: a signature deleted while a batch is in hand is not sent', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  const { refresher } = desk.work.networks.get('imx').provider
  const { send } = refresher
  refresher.send = async (payload) => {
    await endSignatures(desk.work.db)
    return send(payload)
  }
  await desk.doDueWork()
  expect(network.submissions).toBe(0)
  expect(await desk.read(id)).toMatchObject({ state: 'waiting_authority', signature: { state: 'deleted' } })
})

test('behavior: a signature given while the desk decides to wait for one is not overlooked', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  const leased = await leaseBatch(desk.work, project)
  if (leased.kind !== 'leased') throw new Error('nothing was leased')
  await recoverSending(desk.work, { all: true })
  // The signature is there by the time the wait is written down.
  await waitForAuthority(desk.work, leased.batch, null)
  expect((await desk.read(id)).batches[0]?.wait).toBeNull()
})

test('behavior: a sender that came back after its lease keeps its open attempt', async () => {
  const { desk, operator } = await setUpEngine()
  await desk.submit(operator, ids(5))
  const leased = await leaseBatch(desk.work, project)
  if (leased.kind !== 'leased') throw new Error('nothing was leased')
  const data = { batchId: leased.batch.id, startedAt: desk.work.now() }
  await desk.work.db.attempt.create({ data })
  const { db } = desk.work
  const listed = db.$extends({
    query: {
      batch: {
        async findMany({ args, query }) {
          const rows = await query(args)
          await db.batch.updateMany({ data: { fence: { increment: 1 } } })
          return rows
        },
      },
    },
  })
  await recoverSending({ ...desk.work, db: listed as unknown as typeof db }, { all: true })
  expect(await db.attempt.findMany()).toMatchObject([{ finishedAt: null }])
})

test('behavior: a signature refused on its first use rejects the batch and ends the signature', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push({ status: 401, body: { code: 'unauthorized', message: 'Signature not accepted' } })
  const { id } = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  const detail = await desk.read(id)
  expect(detail).toMatchObject({
    state: 'failed',
    signature: { state: 'refused' },
    batches: [{ state: 'rejected', reason: 'Signature not accepted' }],
    causes: [{ errorCode: 'not_accepted', count: 3, isRetryable: true }],
  })
  await expect(desk.submit(operator, ids(3))).rejects.toMatchObject({ meta: { reason: 'needs_signature' } })
})

test('behavior: a signature that runs out while a refresh runs makes it wait, and a new one continues it', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push('accept', { status: 403 })
  const { id } = await desk.submit(operator, ids(2500))
  await desk.doDueWork()
  const waiting = await desk.read(id)
  expect(waiting.state).toBe('waiting_authority')
  expect(waiting.batches.map(({ state, wait }) => [state, wait])).toEqual([
    ['sent', 'authority'],
    ['planned', 'authority'],
    ['planned', 'authority'],
  ])
  expect(waiting.signature.state).toBe('refused')
  expect(await findUsableSignature(desk.work, { network: 'imx', ownerAddress: desk.ownerAddress })).toBeNull()
  await desk.sign()
  await resumeOwner(desk.work, { network: 'imx', ownerAddress: desk.ownerAddress })
  expect((await desk.read(id)).state).toBe('running')
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({ state: 'succeeded', progress: { succeeded: 2500 } })
  expect(network.taken).toHaveLength(3)
})

test('behavior: a look that is refused waits for a signature and loses nothing', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({
    batches: [{ state: 'sent', stage: 'in_progress', progress: { succeeded: 1 } }],
  })
  network.readStatus = 401
  await desk.advance(20_000)
  expect((await desk.read(id)).state).toBe('waiting_authority')
  network.readStatus = null
  for (const taken of network.taken) taken.isCompleted = true
  await desk.sign()
  await desk.doDueWork()
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: a signature that grows older than 48 hours makes the refresh wait', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(49 * HOUR_MS)
  const { signature, batches } = await desk.read(id)
  expect([signature.state, batches[0]?.wait]).toEqual(['expired', 'authority'])
})

test("behavior: a finished refresh shows the signature it was sent with, not the owner's latest", async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(5_000)
  const sent = (await desk.read(id)).signature
  expect(sent).toMatchObject({ state: 'not_needed', signedAt: expect.any(String) })

  await desk.advance(HOUR_MS)
  await desk.sign()
  expect((await desk.read(id)).signature).toEqual(sent)
  const next = await desk.submit(operator, ids(5))
  expect((await desk.read(next.id)).signature.state).toBe('unproven')
})

test('behavior: a refresh that nothing was sent of shows no signature once it is over', async () => {
  const { desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  await cancelRefresh(operator, id)
  expect((await desk.read(id)).signature).toMatchObject({ state: 'none', signedAt: null })
})

test('behavior: the history says who signed so that a refresh went on', async () => {
  const { desk, operator } = await setUpEngine({ isSigned: false })
  await desk.sign()
  const { id } = await desk.submit(operator, ids(5))
  await endSignatures(desk.work.db)
  await desk.doDueWork()
  const owner = await desk.join('viewer', desk.ownerAddress)
  const timestamp = String(Math.floor(desk.clock.ms / 1000))
  const signature = await desk.owner.signMessage({ message: timestamp })
  await giveSignature(owner, { network: 'imx', ownerAddress: desk.ownerAddress, timestamp, signature })
  const { activity } = await desk.read(id)
  expect(activity.find(({ kind }) => kind === 'resumed')?.by).toMatchObject({ address: desk.ownerAddress })
})
