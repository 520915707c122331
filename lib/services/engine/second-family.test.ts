import { expect, onTestFinished, test, vi } from 'vitest'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { parcelFamily } from '../../networks/parcel/test-parcel-family.ts'
import { openParcelServer } from '../../networks/parcel/test-parcel-server.ts'
import { registry } from '../../networks/registry.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { submitRefresh } from '../refreshes/submit-refresh.ts'
import { newAddress, openTestDesk } from '../testing/test-desk.ts'
import { ids } from '../testing/test-engine.ts'
import { dieAt } from '../testing/test-killed.ts'
import { findDueWork } from './find-due-work.ts'
import { recoverSending } from './send/recover-sending.ts'

const KEY = 'key-of-the-project'
/** The one line with which a family is registered. */
const families = { ...registry, imx: { name: 'Parcel', family: parcelFamily } }

/** A desk for a network that packs by bytes, has a key, and gives neither names nor statuses nor lists. */
async function setUpParcel(database?: Database, key: string | null = KEY) {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  const opened = database ?? (await openTestDatabase())
  const collection = newAddress()
  const network = await openParcelServer({ key: KEY })
  for (const id of ids(8)) network.origin.set(id, `{"name":"Parcel number ${id}"}`)
  onTestFinished(async () => {
    await network.close()
    if (!database) await opened.close()
  })
  const place = { baseUrl: network.url, collection }
  const start = (of: Database, apiKey: string | null) =>
    openTestDesk({ database: of, ...place, other: { registry: families, apiKey } })
  const desk = start(opened, key)
  network.resetsAt = new Date(desk.clock.ms + 3_600_000)
  return { network, desk, operator: await desk.join('operator'), start, database: opened }
}

const states = ({ batches }: { batches: { state: string; progress: { total: number } }[] }) =>
  batches.map(({ state, progress }) => `${state} ${progress.total}`)

test('default: content is read, packed by bytes, pushed and read back, and what is broken is known before', async () => {
  const { network, desk, operator } = await setUpParcel()
  network.origin.delete('3')
  const { id } = await desk.submit(operator, ids(8))
  await desk.doDueWork()
  await desk.advance(10_000)
  const detail = await desk.read(id)
  expect(detail).toMatchObject({
    state: 'partly_failed',
    progress: { total: 8, succeeded: 7, failed: 1, unknown: 0, pending: 0 },
    causes: [{ count: 1, httpStatus: 404 }],
  })
  expect(network.pushes.map((push) => push.length)).toEqual([3, 3, 1])
  expect(states(detail).sort()).toEqual(['finished 1', 'finished 1', 'finished 3', 'finished 3'])
  expect(detail.batches.map(({ reference }) => reference)).toEqual([null, null, null, null])
  expect((await listFailures(operator, id, { pageSize: 10 })).items).toMatchObject([{ tokenId: '3' }])
  expect([...network.shown].every(([token, content]) => network.origin.get(token) === content)).toBe(true)
  await desk.doDueWork()
  expect(await desk.work.db.batchContent.count()).toBe(0)
})

test('behavior: what is mostly broken holds the rest, and names the batch that shows why', async () => {
  const { network, desk, operator } = await setUpParcel()
  for (const id of ids(4)) network.origin.delete(id)
  const { id } = await desk.submit(operator, ids(8))
  await desk.doDueWork()
  const { state, pause, batches } = await desk.read(id)
  expect([state, pause?.reason, network.pushes]).toEqual(['paused', 'hold', []])
  const held = batches.find(({ position }) => position === pause?.batch)
  expect(held).toMatchObject({ state: 'finished', progress: { total: 4, failed: 4 } })
})

test('behavior: a lost answer is simply repeated, whether the network took it or not', async () => {
  const { network, desk, operator } = await setUpParcel()
  network.script.push('drop', 'accept_and_drop', { status: 503 })
  const { id } = await desk.submit(operator, ids(3))
  for (const _ of ids(5)) await desk.advance(20_000)
  const { state, activity } = await desk.read(id)
  expect(state).toBe('succeeded')
  expect(network.pushes).toEqual([ids(3), ids(3)])
  expect(activity.filter(({ kind }) => kind === 'backoff')).toHaveLength(3)
  const attempts = await desk.work.db.attempt.findMany({ orderBy: { startedAt: 'asc' } })
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost', 'accepted'])
})

test('behavior: content that waited too long is read again, and a studio that is away fails no token', async () => {
  const { network, desk, operator } = await setUpParcel()
  network.script.push({ status: 429 })
  network.remaining = 0
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({ state: 'waiting_quota', batches: [{ wait: 'quota' }] })
  network.origin.set('1', '{"name":"newer"}')
  network.isOriginDown = true
  network.remaining = 10
  await desk.advance(3_700_000)
  expect(await desk.read(id)).toMatchObject({ batches: [{ state: 'planned', wait: 'backoff' }] })
  network.isOriginDown = false
  for (const _ of ids(3)) await desk.advance(120_000)
  expect((await desk.read(id)).state).toBe('succeeded')
  expect(network.shown.get('1')).toBe('{"name":"newer"}')
})

test('error: without a key nothing starts; with a refused one everything waits for another', async () => {
  const { network, desk, operator, start, database } = await setUpParcel(undefined, null)
  await expect(desk.submit(operator, ids(2))).rejects.toMatchObject({ meta: { reason: 'needs_key' } })
  const wrong = start(database, 'another key')
  const { id } = await wrong.submit(await wrong.join('operator'), ids(2))
  await wrong.doDueWork()
  await wrong.advance(600_000)
  expect(await wrong.read(id)).toMatchObject({ state: 'waiting_authority' })
  expect(network.requests.filter((request) => request === 'POST /push')).toHaveLength(1)
  const right = start(database, KEY)
  await right.doDueWork()
  await right.advance(20_000)
  expect((await right.read(id)).state).toBe('succeeded')
  const rows = JSON.stringify(
    [await database.prisma.attempt.findMany(), await database.prisma.activity.findMany()],
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  )
  expect(rows).not.toContain(KEY)
})

test('behavior: with another key every project goes on, those of one owner too', async () => {
  const { desk, start, database } = await setUpParcel(undefined, 'another key')
  const operator = await desk.join('operator')
  const first = await desk.submit(operator, ids(2))
  const other = { network: 'imx', collection: newAddress(), selection: { ids: ids(2) } } as const
  const second = await submitRefresh(operator, other, null)
  await database.prisma.collection.updateMany({ data: { ownerAddress: newAddress() } })
  await desk.doDueWork()
  const states = async () => [(await desk.read(first.id)).state, (await desk.read(second.id)).state]
  expect(await states()).toEqual(['waiting_authority', 'waiting_authority'])
  const right = start(database, KEY)
  expect((await findDueWork(right.work, { aheadMs: 0 })).sends).toHaveLength(2)
  await right.doDueWork()
  await right.advance(20_000)
  expect(await states()).toEqual(['succeeded', 'succeeded'])
})

test('behavior: killed before any of its steps, the refresh comes to the same end', async () => {
  const database = await openTestDatabase()
  onTestFinished(() => database.close())
  let steps = 0
  for (let at = 1; ; at++) {
    const { network, desk, start } = await setUpParcel(database)
    network.origin.delete('3')
    const { id } = await desk.submit(await desk.join('operator'), ids(5))
    const life = dieAt(database, at)
    network.hears = life.takeStep
    const first = start(life.database, KEY)
    const isOver = await life.run(async () => {
      await first.doDueWork()
      await first.advance(20_000)
    })
    network.hears = () => true
    const second = start(database, KEY)
    await recoverSending(second.work, { all: true })
    let detail = await second.read(id)
    for (let round = 0; round < 6 && detail.finishedAt === null; round++) {
      await second.advance(60_000)
      detail = await second.read(id)
    }
    const { total, succeeded, failed } = detail.progress
    expect({ state: detail.state, total, succeeded, failed }, `killed before step ${at}`).toEqual({
      state: 'partly_failed',
      total: 5,
      succeeded: 4,
      failed: 1,
    })
    expect([...network.shown.keys()].sort(), `killed before step ${at}`).toEqual(['1', '2', '4', '5'])
    // Nothing is sent more than once beyond what the kill left in doubt.
    expect(network.pushes.length, `killed before step ${at}`).toBeLessThanOrEqual(3)
    if (isOver) break
    steps = at
  }
  expect(steps).toBeGreaterThan(20)
})
