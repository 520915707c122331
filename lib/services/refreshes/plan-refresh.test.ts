import { expect, test } from 'vitest'
import { getCollection } from '../collections/get-collection.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'
import { planRefresh } from './plan-refresh.ts'

const select = (count: number) => ({ ids: ids(count, 100_000) })

test('default: the outlook follows the headers, the throughput that was seen, and who spent the quota', async () => {
  const { network, desk, operator, collection } = await setUpEngine()
  const resetsAt = new Date(Math.ceil(desk.clock.ms / 1000) * 1000 + 1_800_000)
  network.quota = { limit: 20, remaining: 16, resetsAt }
  const before = await planRefresh(operator, { network: 'imx', collection, selection: select(5) })
  expect(before).toMatchObject({ sendsNow: null, timetable: { finish: null, throughput: null } })

  const first = await desk.submit(operator, ids(3_000))
  await desk.doDueWork()
  for (let look = 0; look < 3; look++) await desk.advance(5_000)
  const plan = await planRefresh(operator, { network: 'imx', collection, selection: select(20_000) })
  expect(plan).toMatchObject({
    requests: 20,
    sendsNow: 13,
    timetable: {
      sends: [{ requests: 13 }, { at: resetsAt.toISOString(), requests: 7 }],
      throughput: { slow: expect.any(Number) },
    },
  })
  expect(Date.parse(plan.timetable.finish?.from ?? '')).toBeGreaterThan(resetsAt.getTime())

  network.isSlow = true
  await desk.sign()
  const second = await desk.submit(operator, ids(1_500, 50_000))
  await desk.doDueWork()
  await desk.advance(3_000)
  const detail = await desk.read(second.id)
  expect(detail.quotaUse).toEqual({ here: 2, others: 3, elsewhere: 4 })
  expect(detail.timetable).toMatchObject({ sends: [], finish: { to: expect.any(String) } })
  expect((await desk.read(first.id)).timetable).toMatchObject({ sends: [], finish: null })
})

test('behavior: a plan tells how long the last signature was good for', async () => {
  const { network, desk, operator, collection } = await setUpEngine()
  network.isSlow = true
  await desk.submit(operator, ids(2))
  await desk.doDueWork()
  network.readStatus = 401
  await desk.advance(300_000)
  const plan = await planRefresh(operator, { network: 'imx', collection, selection: select(1) })
  expect(plan.signature.state).toBe('refused')
  expect(plan.signatureSeconds).toBeGreaterThanOrEqual(299)
})

test('behavior: a request whose answer was lost counts against the quota, found or not', async () => {
  const { network, desk, operator, collection } = await setUpEngine()
  const resetsAt = new Date(Math.ceil(desk.clock.ms / 1000) * 1000 + 1_800_000)
  network.quota = { limit: 20, remaining: 16, resetsAt }
  const first = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(5_000)
  expect((await desk.read(first.id)).quota).toMatchObject({ remaining: 15 })
  network.script.push('accept_and_drop')
  await desk.sign()
  const { id } = await desk.submit(operator, ids(5, 100))
  await desk.doDueWork()
  const input = { network: 'imx', collection, selection: select(5) } as const
  expect((await desk.read(id)).quota).toMatchObject({ remaining: 14 })
  await desk.advance(10_000)
  expect(await desk.read(id)).toMatchObject({ state: 'succeeded', quota: { remaining: 14 } })
  expect((await planRefresh(operator, input)).quota).toMatchObject({ remaining: 14 })
  expect((await getCollection(operator, { network: 'imx', address: collection })).quota.remaining).toBe(14)
})
