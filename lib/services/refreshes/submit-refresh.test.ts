import { expect, test } from 'vitest'
import { leaseBatch } from '../engine/send/lease-batch.ts'
import { recoverSending } from '../engine/send/recover-sending.ts'
import { sendNext } from '../engine/send/send-next.ts'
import { allStates, ids, project, setUpEngine } from '../testing/test-engine.ts'

test('behavior: after a crash, what may have been sent is unknown and what was only in hand is planned', async () => {
  const { network, desk, operator } = await setUpEngine()
  const first = await desk.submit(operator, ids(2))
  const leased = await leaseBatch(desk.work, project)
  if (leased.kind !== 'leased') throw new Error('nothing was leased')
  expect(await recoverSending(desk.work, { all: false })).toBe(0)
  expect(await recoverSending(desk.work, { all: true })).toBe(1)
  expect(allStates(await desk.read(first.id))).toEqual(['planned'])

  const again = await leaseBatch(desk.work, project)
  if (again.kind !== 'leased') throw new Error('nothing was leased')
  await desk.work.db.attempt.create({ data: { batchId: again.batch.id, startedAt: desk.work.now() } })
  await desk.advance(61_000)
  expect(await desk.read(first.id)).toMatchObject({ state: 'unknown', progress: { unknown: 2 } })
  expect(network.submissions).toBe(0)
})

test('behavior: two senders of one project send each batch once', async () => {
  const { network, desk, operator } = await setUpEngine()
  await desk.submit(operator, ids(3000))
  await Promise.all([
    sendNext(desk.work, project),
    sendNext(desk.work, project),
    sendNext(desk.work, project),
  ])
  await desk.doDueWork()
  expect(network.taken.map(({ tokenIds }) => tokenIds[0]).sort()).toEqual(['1', '1001', '2001'])
})

test('behavior: three tokens are not stuck behind a large refresh', async () => {
  const { network, desk, operator } = await setUpEngine()
  await desk.submit(operator, ids(3000))
  await desk.submit(operator, ['9001', '9002', '9003'])
  await desk.doDueWork()
  expect(network.taken[0]?.tokenIds).toEqual(['9001', '9002', '9003'])
})

test('behavior: the same key and body submits once, even at the same time; another body is a conflict', async () => {
  const { desk, operator } = await setUpEngine()
  const made = await Promise.all([1, 2, 3].map(() => desk.submit(operator, ids(3), 'key-1')))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  await expect(desk.submit(operator, ids(4), 'key-1')).rejects.toMatchObject({ code: 'conflict' })
  const other = await desk.submit(await desk.join('operator'), ids(4), 'key-1')
  expect(other.id).not.toBe(made[0]?.id)
})

test('error: a viewer cannot submit, and nobody can without a signature', async () => {
  const { desk, operator } = await setUpEngine({ isSigned: false })
  await expect(desk.submit(await desk.join('viewer'), ['1'])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(desk.submit(operator, ['1'])).rejects.toMatchObject({
    code: 'conflict',
    meta: { reason: 'needs_signature' },
  })
  expect(await desk.work.db.refresh.count()).toBe(0)
})

test('error: an unknown refresh is not found, by whatever name', async () => {
  const { desk } = await setUpEngine()
  for (const key of [crypto.randomUUID(), 'R-0001', '999', 'nonsense', '', "1' or '1"]) {
    await expect(desk.read(key)).rejects.toMatchObject({ code: 'not_found' })
  }
})
