import { expect, test } from 'vitest'
import { createAttempt } from '../../../db/batches/attempts.ts'
import { createNetworks } from '../../networks/networks.ts'
import { getRefresh } from '../../refreshes/get-refresh.ts'
import { allStates, ids, project, setUpEngine } from '../../testing/test-engine.ts'
import { findDueWork } from '../find-due-work.ts'
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

test('edge: what was in hand on a network that is switched off since stays, and stops nothing else', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  const leased = await leaseBatch(desk.work, project)
  if (leased.kind === 'idle') throw new Error('nothing was leased')
  const { db, now } = desk.work
  await createAttempt(db, { batchId: leased.batch.id, signatureId: null, now: now(), upstreamAt: null })
  network.take(ids(5))
  desk.clock.ms += 61_000
  const off = { ...desk.work, networks: createNetworks([]) }
  expect(await recoverSending(off, { all: true })).toBe(0)
  expect(await findDueWork(off, { aheadMs: 0 })).toEqual({ sends: [], polls: [], searches: [] })
  expect(allStates(await getRefresh(off, id))).toEqual(['sending'])
  await desk.doDueWork()
  expect((await desk.read(id)).state).toBe('unknown')
  await desk.advance(10_000)
  expect(allStates(await desk.read(id))).not.toEqual(['lost'])
  expect(network.taken).toHaveLength(1)
})
