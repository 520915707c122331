import { expect, test } from 'vitest'
import { createAttempt } from '../../../db/batches/attempts.ts'
import { ids, project, setUpEngine } from '../../testing/test-engine.ts'
import { leaseBatch } from './lease-batch.ts'
import { recoverSending } from './recover-sending.ts'

test('behavior: a signature whose sender died is deleted once its batch was found', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  const leased = await leaseBatch(desk.work, project)
  if (leased.kind === 'idle') throw new Error('nothing was leased')
  const { db, now } = desk.work
  const { signatureId } = leased.permit
  if (!signatureId) throw new Error('nothing was signed')
  await createAttempt(db, { batchId: leased.batch.id, signatureId, now: now(), upstreamAt: null })
  network.take(ids(5))
  await recoverSending(desk.work, { all: true })
  for (const taken of network.taken) taken.isCompleted = true
  await desk.advance(10_000)
  await desk.advance(10_000)
  expect((await desk.read(id)).state).toBe('succeeded')
  expect(await db.signature.count({ where: { sealed: { not: null } } })).toBe(0)
  expect(await db.signatureUse.count({ where: { signatureId, refreshId: id } })).toBe(1)
})
