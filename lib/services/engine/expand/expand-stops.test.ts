import { expect, test } from 'vitest'
import { cancelRefresh } from '../../refreshes/cancel-refresh.ts'
import { pauseRefresh } from '../../refreshes/pause-refresh.ts'
import { resumeRefresh } from '../../refreshes/resume-refresh.ts'
import { submitRefresh } from '../../refreshes/submit-refresh.ts'
import { openTestQueries, sorted, upTo } from '../../testing/test-queries.ts'
import { expandRefresh } from './expand-refresh.ts'
import { findDueExpanding } from './find-due-expanding.ts'

test('behavior: pause holds the collecting, going on takes it up, and cancel stops it for good', async () => {
  const { desk, submit, listTokens, operator } = await openTestQueries(450)
  const { id } = await submit({ name: 'relic' })
  await expandRefresh(desk.work, id, { maxMs: 0 })
  await pauseRefresh(operator, id)
  expect(await expandRefresh(desk.work, id)).toBe(null)
  expect((await findDueExpanding(desk.work, { aheadMs: 0 })).expansions).toEqual([])
  expect((await desk.read(id)).state).toBe('paused')
  await resumeRefresh(operator, id)
  await expandRefresh(desk.work, id, { maxMs: 0 })
  await cancelRefresh(operator, id)
  expect(await expandRefresh(desk.work, id)).toBe(null)
  expect(await listTokens(id)).toEqual([])
  expect((await desk.read(id)).state).toBe('cancelled')
})

test('error: a silent network is waited for and said, a refusal ends the collecting, and viewers submit no query', async () => {
  const { desk, submit, world, collection, listTokens } = await openTestQueries(250)
  const { id } = await submit({ name: 'relic' })
  await expandRefresh(desk.work, id, { maxMs: 0 })
  await world.control('POST', '/faults', { operation: 'assets', kind: 'status', status: 503 })
  const nextAt = await expandRefresh(desk.work, id)
  expect(nextAt?.getTime()).toBe(desk.clock.ms + 30_000)
  expect((await desk.read(id)).expanding).toEqual({ error: expect.stringContaining('does not answer') })
  await world.control('DELETE', '/faults')
  await world.control('POST', '/faults', { operation: 'assets', kind: 'status', status: 400, times: 1 })
  expect(await expandRefresh(desk.work, id)).toBeInstanceOf(Date)
  expect(await expandRefresh(desk.work, id)).toBe(null)
  expect(sorted(await listTokens(id))).toEqual(upTo(250))

  const refused = await submit({ name: 'relic' })
  await world.control('POST', '/faults', { operation: 'assets', kind: 'status', status: 400, times: 1 })
  expect(await expandRefresh(desk.work, refused.id)).toBe(null)
  expect(await desk.read(refused.id)).toMatchObject({ state: 'cancelled', expanding: null })
  const viewer = await desk.join('viewer')
  const selection = { query: {}, except: [] }
  await expect(submitRefresh(viewer, { network: 'imx', collection, selection })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
