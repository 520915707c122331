import { expect, test } from 'vitest'
import { HOUR_MS, ids, setUpEngine } from '../../testing/test-engine.ts'
import { watchWhenDue } from './watch-when-due.ts'

test('behavior: a reminder that comes too early, or once more, asks the network nothing', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  const batchId = (await desk.read(id)).batches[0]?.id ?? ''
  const remind = () => watchWhenDue(desk.work, batchId)
  const before = network.looks
  const dueAt = (await remind())?.getTime() ?? 0
  expect(dueAt).toBeGreaterThan(desk.clock.ms)
  expect(network.looks).toBe(before)

  desk.clock.ms = dueAt
  const nextAt = (await remind())?.getTime() ?? 0
  expect(network.looks).toBe(before + 1)
  expect((await remind())?.getTime()).toBe(nextAt)
  expect(network.looks).toBe(before + 1)

  desk.clock.ms -= 3 * HOUR_MS
  await remind()
  expect(network.looks).toBe(before + 2)
})
