import { expect, test } from 'vitest'
import { allStates, HOUR_MS, ids, setUpEngine } from '../../testing/test-engine.ts'
import { findDueWork } from '../find-due-work.ts'

test('behavior: a batch that the network works on never goes back to its queue', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.work.db.batch.updateMany({ data: { stage: 'in_progress' } })
  network.status = { status: 'queued', summary: { succeeded: 0, failed: 0, pending: 5 } }
  await desk.advance(20_000)
  expect(allStates(await desk.read(id))).toEqual(['in_progress'])
})

test('behavior: tokens that a completed batch does not account for are unknown, not succeeded', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(5))
  network.status = { summary: { succeeded: 3, failed: 0, pending: 2 } }
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({
    state: 'inconclusive',
    progress: { succeeded: 3, failed: 0, unknown: 2 },
  })
  expect(await desk.work.db.refreshToken.count({ where: { state: 'succeeded' } })).toBe(0)
})

test('behavior: a failure that no column could hold does not keep its batch from ending', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.failures.set('1', {
    error_code: `${'x'.repeat(59)}${'\u{1f98a}'.repeat(50)}`,
    client_response_status_code: 9_000_000_000,
  })
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({
    state: 'partly_failed',
    causes: [{ count: 1, httpStatus: null }],
  })
})

test('behavior: a clock that is set back by more than any wait does not put work off', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  network.script.push('accept', { status: 429 })
  const { id } = await desk.submit(operator, ids(1500))
  await desk.doDueWork()
  desk.clock.ms -= 3 * HOUR_MS
  const { polls, sends } = await findDueWork(desk.work, { aheadMs: 30_000 })
  expect([...polls, ...sends].every(({ at }) => at.getTime() <= desk.clock.ms + 30_000)).toBe(true)
  await desk.doDueWork()
  expect(allStates(await desk.read(id))).toEqual(['in_progress', 'sent'])
})

test('behavior: batches that fail alike show once for all of them why', async () => {
  const { network, desk, operator } = await setUpEngine()
  for (const id of ids(3_000)) network.failures.set(id, { error_code: 'x', client_response_status_code: 404 })
  const { id } = await desk.submit(operator, ids(3_000))
  network.status = { status: 'in_progress', summary: { succeeded: 10, failed: 10, pending: 980 } }
  await desk.doDueWork()
  await desk.advance(2_000)
  const seen = await desk.read(id)
  expect(allStates(seen)).toEqual(['in_progress', 'in_progress', 'in_progress'])
  // Three looks, and one page of failures.
  expect(network.looks).toBe(4)
  expect(seen.causes).toMatchObject([{ count: 200 }])
})
