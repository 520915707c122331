import { expect, test } from 'vitest'
import { transact } from '../../db/connection/transact.ts'
import { nextRefreshNumber } from '../../db/refreshes/refresh-number.ts'
import { RefreshImportState } from '../../domain/refreshes/refresh-import-schema.ts'
import { testDatabaseUrl } from '../../env/test-database-url.ts'
import { decideBatch } from '../refreshes/lost/decide-batch.ts'
import { allStates, ids, setUpEngine } from '../testing/test-engine.ts'
import { setUpImport } from '../testing/test-import.ts'

type Engine = Pick<Awaited<ReturnType<typeof setUpEngine>>, 'desk'>

/** A batch of another project on the same network, with this reference or none. */
async function createStranger({ desk }: Engine, reference: string | null): Promise<string> {
  const { db } = desk.work
  const facts = { network: 'imx', name: 'Others', quotaKey: '8', seenAt: desk.work.now() }
  const address = `0x${crypto.randomUUID().replaceAll('-', '').padEnd(40, '0')}`
  const collection = await db.collection.create({ data: { ...facts, address } })
  const batch = { network: 'imx', position: 1, state: 'sent', tokenCount: 1, reference } as const
  const refresh = await db.refresh.create({
    data: {
      number: await nextRefreshNumber(db),
      collectionId: collection.id,
      tokenCount: 1,
      batches: { create: batch },
    },
    include: { batches: true },
  })
  return refresh.batches[0]?.id ?? ''
}

const accepted = (reference: string) => ({ status: 202, body: { refresh_id: reference } })

test('behavior: a 202 with the id of another batch does not say what became of the request', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  await createStranger(engine, 'taken')
  network.quota = { limit: 20, remaining: 7, resetsAt: new Date(desk.clock.ms + 1_800_000) }
  network.script.push('accept', { ...accepted('taken'), headers: network.quotaHeaders() })
  const { id } = await desk.submit(operator, ids(3000))
  await desk.doDueWork()
  await desk.advance(1_900)
  const detail = await desk.read(id)
  expect(allStates(detail)).toEqual(['finished', 'lost', 'planned'])
  expect(detail).toMatchObject({
    state: 'unknown',
    batches: [{}, { reference: null, search: { candidates: [] } }, { wait: 'turn' }],
    // What is in doubt counts as spent, whatever the headers say.
    quota: { remaining: 6 },
  })
  for (let minute = 0; minute < 17; minute++) await desk.advance(60_000)
  expect(await desk.read(id)).toMatchObject({ state: 'succeeded', batches: [{}, { resends: 1 }, {}] })
})

test('behavior: the same id for two batches of one refresh is lost the second time', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  network.script.push(accepted('twice'), accepted('twice'))
  const { id } = await desk.submit(operator, ids(2000))
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({
    batches: [
      { state: 'sent', reference: 'twice' },
      { state: 'lost', reference: null },
    ],
  })
})

test.skipIf(!testDatabaseUrl())(
  'behavior: an id that another project is given at the same moment is lost too, and nothing breaks',
  async () => {
    const engine = await setUpEngine()
    const { network, desk, operator } = engine
    const { db } = desk.work
    const stranger = await createStranger(engine, null)
    network.script.push(accepted('same-moment'))
    const { id } = await desk.submit(operator, ids(3))
    const countWaiting = async () => {
      const rows = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND datname = current_database()`
      return rows[0]?.count
    }
    let working = Promise.resolve()
    await transact(db, async (tx) => {
      await tx.batch.update({ where: { id: stranger }, data: { reference: 'same-moment' } })
      working = desk.doDueWork()
      await expect.poll(countWaiting).toBe(1)
    })
    await working
    expect(await desk.read(id)).toMatchObject({ state: 'unknown', batches: [{ state: 'lost' }] })
  },
)

test('behavior: a found request that another batch holds by now is not matched', async () => {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.script.push('accept_and_drop')
  const { id } = await desk.submit(operator, ids(4))
  network.take(ids(4))
  await desk.doDueWork()
  await desk.advance(60_000)
  const reference = network.taken[0]?.id ?? ''
  expect((await desk.read(id)).batches[0]?.search?.candidates).toHaveLength(2)
  await createStranger(engine, reference)
  const deciding = decideBatch(operator, id, 1, { choice: 'match', reference })
  await expect(deciding).rejects.toMatchObject({ code: 'conflict' })
  expect((await desk.read(id)).batches).toMatchObject([{ state: 'lost', reference: null }])
})

test('behavior: what a batch of another collection holds is not imported', async () => {
  const engine = await setUpImport()
  const { takeElsewhere, press, history } = engine
  await createStranger(engine, takeElsewhere(ids(2), 90))
  takeElsewhere(ids(3), 60)
  expect(RefreshImportState.parse(await press())).toMatchObject({ state: 'complete', listed: 2, imported: 1 })
  expect((await history()).filter(({ source }) => source === 'import')).toHaveLength(1)
})
