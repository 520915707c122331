import { expect, test } from 'vitest'
import { recoverSending } from '../engine/send/recover-sending.ts'
import { allStates, ids } from '../testing/test-engine.ts'
import { setUpScript, text } from './test-script.ts'

const MINUTE_MS = 60_000
const kinds = ({ activity }: { activity: { kind: string }[] }) => activity.map(({ kind }) => kind)

test('behavior: a lost answer is looked for and found, and nothing is sent again', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  network.script.push('accept_and_drop')
  await expect(create(ids(4))).rejects.toMatchObject({ code: 'upstream_rejected' })
  expect(await readRefresh(1)).toMatchObject({ state: 'unknown', progress: { unknown: 4 } })
  await desk.advance(5_000)
  await desk.advance(MINUTE_MS)
  expect(kinds(await readRefresh(1))).toContain('batch_found')
  expect(await readRefresh(1)).toMatchObject({ state: 'succeeded', progress: { succeeded: 4 } })
  expect(network.submissions).toBe(1)
})

test('behavior: what the network has not shown by the deadline was never accepted, and is not sent again', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  network.script.push('drop')
  await expect(create(ids(4))).rejects.toThrow()
  await desk.advance(14 * MINUTE_MS)
  expect((await readRefresh(1)).state).toBe('unknown')
  await desk.advance(3 * MINUTE_MS)
  expect(await readRefresh(1)).toMatchObject({ state: 'failed', batches: [{ state: 'rejected' }] })
  expect(kinds(await readRefresh(1))).toContain('batch_absent')
  expect(network.submissions).toBe(1)
})

test('behavior: two lost requests of the same size are not mistaken for each other: a person decides', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  network.script.push('drop', 'accept_and_drop')
  await expect(create(ids(4))).rejects.toThrow()
  await expect(create(ids(4, 50))).rejects.toThrow()
  await desk.advance(MINUTE_MS)
  for (const number of [1, 2]) {
    const { batches } = await readRefresh(number)
    expect(batches).toMatchObject([{ state: 'lost', search: { needsPerson: true } }])
  }
})

test('behavior: a desk that died before the answer came looks for it after its start, and never sends it', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  let died = () => {}
  const dead = new Promise<void>((resolve) => {
    died = resolve
  })
  network.afterTaking = () => new Promise<void>(() => died())
  void create(ids(2)).catch(() => {})
  await dead
  expect(await recoverSending(desk.work, { all: true })).toBe(1)
  expect(allStates(await readRefresh(1))).toEqual(['lost'])
  await desk.advance(5_000)
  await desk.advance(MINUTE_MS)
  expect((await readRefresh(1)).state).toBe('succeeded')
  expect(network.submissions).toBe(1)
})

test('behavior: while a script’s request is on its way the desk takes nothing in the list for its own lost one', async () => {
  const { network, desk, create, operator } = await setUpScript({ isSigned: true })
  network.isSlow = true
  network.script.push('drop')
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  network.afterTaking = async () => {
    network.afterTaking = async () => {}
    await desk.advance(5_000)
  }
  await create(ids(2, 10))
  expect((await desk.read(id)).batches).toMatchObject([{ state: 'lost', reference: null }])
  await desk.advance(5_000)
  expect((await desk.read(id)).batches).toMatchObject([{ state: 'lost', reference: null }])
})

test('error: the desk does not take an odd request of a script for its own lost one', async () => {
  const { network, desk, create, operator } = await setUpScript({ isSigned: true })
  network.isSlow = true
  network.script.push('drop')
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  network.afterTaking = async () => {
    network.afterTaking = async () => {}
    await desk.advance(5_000)
  }
  await create(['7', '8x'])
  await desk.advance(5_000)
  expect((await desk.read(id)).batches).toMatchObject([{ state: 'lost', reference: null }])
})

test('behavior: a script that submits all the time keeps the desk neither from sending nor from deciding', async () => {
  const { network, desk, create, operator } = await setUpScript({ isSigned: true })
  /** A request of the script that is on its way until it is released. */
  const holdScript = async () => {
    const [release, isTaken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    network.afterTaking = () => {
      network.afterTaking = async () => {}
      isTaken.resolve()
      return release.promise
    }
    const answered = create(ids(3, 10))
    await isTaken.promise
    return async () => {
      release.resolve()
      await answered
    }
  }
  const first = await holdScript()
  const own = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  expect((await desk.read(own.id)).batches).toMatchObject([{ state: 'sent', stage: null }])
  await first()
  await desk.advance(MINUTE_MS)

  await desk.sign()
  network.script.push('drop')
  const lost = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  await desk.advance(15 * MINUTE_MS)
  const second = await holdScript()
  await desk.advance(5_000)
  expect((await desk.read(lost.id)).batches).toMatchObject([{ resends: 1 }])
  await second()
})

test('behavior: a script that gets lost in a loop leaves a refresh each, whose searches look together', async () => {
  const { network, desk, create, readRefresh, countRefreshes } = await setUpScript()
  for (const number of ids(8)) {
    network.script.push({ status: 500, body: {} })
    expect(await create(ids(2))).toMatchObject({ answer: { status: 500 }, refreshNumber: Number(number) })
  }
  const { db } = desk.work
  expect(await db.signature.count({ where: { endedAt: null } })).toBe(5)
  let most = 0
  for (const _ of ids(17)) {
    await desk.advance(MINUTE_MS)
    const { _max } = await db.batchSearch.aggregate({ _max: { searchCount: true } })
    most = Math.max(most, _max.searchCount ?? 0)
  }
  expect(most).toBeGreaterThan(1)
  expect(network.listings).toBeGreaterThan(1)
  expect(network.listings).toBeLessThanOrEqual(2 * (most + 1))
  for (const number of ids(8)) expect((await readRefresh(Number(number))).state).toBe('failed')
  expect(await countRefreshes()).toBe(8)
  await desk.advance(25 * 60 * MINUTE_MS)
  expect(await db.signature.count()).toBe(0)
})

test('behavior: after a lost answer a script is told anew what the network lists', async () => {
  const { network, create, read, signatureOf } = await setUpScript()
  network.isSlow = true
  await create(['1'])
  const list = async () => {
    const { answer, ageMs } = await read('/v1/metadata-refreshes', await signatureOf())
    return { count: JSON.parse(text({ answer })).result.length, ageMs }
  }
  expect(await list()).toEqual({ count: 1, ageMs: null })
  expect(await list()).toEqual({ count: 1, ageMs: 0 })
  network.script.push('accept_and_drop')
  await expect(create(['2'])).rejects.toThrow()
  expect(await list()).toEqual({ count: 2, ageMs: null })
})

test('behavior: what a script has lost keeps nothing of the desk waiting', async () => {
  const { network, desk, create, operator } = await setUpScript({ isSigned: true })
  const first = await desk.submit(operator, ids(2))
  network.script.push('drop')
  await expect(create(ids(2, 10))).rejects.toThrow()
  await desk.doDueWork()
  const second = await desk.submit(operator, ids(2, 20))
  await desk.doDueWork()
  await desk.advance(MINUTE_MS)
  for (const { id } of [first, second]) expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: what was asked by somebody who has left is neither written down nor sent', async () => {
  const { network, create, leave, countRefreshes } = await setUpScript()
  leave()
  await expect(create(ids(2))).rejects.toMatchObject({ code: 'upstream_unavailable' })
  expect([network.submissions, await countRefreshes()]).toEqual([0, 0])
})

test('behavior: requests that a script sends at once leave a signature to watch them with', async () => {
  const { desk, create, readRefresh } = await setUpScript()
  await Promise.all([create(['1']), create(['2']), create(['3'])])
  expect(await desk.work.db.signature.count({ where: { endedAt: null } })).toBeGreaterThan(0)
  await desk.advance(MINUTE_MS)
  for (const number of [1, 2, 3]) expect((await readRefresh(number)).state).toBe('succeeded')
})
