import { expect, test } from 'vitest'
import { expandRefresh } from '../engine/expand/expand-refresh.ts'
import { sendNext } from '../engine/send/send-next.ts'
import { allStates, HOUR_MS, ids, project, setUpEngine } from '../testing/test-engine.ts'
import { cancelRefresh } from './cancel-refresh.ts'
import { pauseRefresh } from './pause-refresh.ts'
import { resumeRefresh } from './resume-refresh.ts'
import { submitRefresh } from './submit-refresh.ts'

/** Three batches, of which the quota lets one out. */
async function setUpHeld() {
  const engine = await setUpEngine()
  const { network, desk, operator } = engine
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(desk.clock.ms + HOUR_MS) }
  const { id } = await desk.submit(operator, ids(2_500))
  const newHour = async () => {
    network.quota = { limit: 20, remaining: 20, resetsAt: new Date(desk.clock.ms + 3 * HOUR_MS) }
    await desk.advance(HOUR_MS + 60_000)
    await desk.sign()
  }
  /** Sends, and looks at what became of it. */
  const goThrough = async () => {
    await desk.advance(60_000)
    await desk.advance(60_000)
  }
  return { ...engine, id, newHour, goThrough }
}

const kinds = (detail: { activity: { kind: string }[] }) => detail.activity.map(({ kind }) => kind)

test('default: a paused refresh sends nothing, though others do, until somebody lets it go on', async () => {
  const { network, desk, operator, id, newHour, goThrough } = await setUpHeld()
  await desk.doDueWork()
  const paused = await pauseRefresh(operator, `R-${(await desk.read(id)).number}`)
  expect(paused.pause).toMatchObject({ reason: 'manual', by: { id: operator.member.id }, batch: null })
  expect((await pauseRefresh(await desk.join('operator'), id)).pause).toEqual(paused.pause)
  await newHour()
  const other = await desk.submit(operator, ['9'])
  await goThrough()
  expect((await desk.read(other.id)).state).toBe('succeeded')
  const still = await desk.read(id)
  expect([still.state, network.submissions]).toEqual(['paused', 2])
  expect(allStates(still)).toEqual(['finished', 'planned', 'planned'])
  await resumeRefresh(operator, id)
  await resumeRefresh(operator, id)
  await goThrough()
  const done = await desk.read(id)
  expect([done.state, done.pause]).toEqual(['succeeded', null])
  expect(kinds(done).filter((kind) => kind.endsWith('paused'))).toEqual(['unpaused', 'paused'])
  for (const act of [pauseRefresh, resumeRefresh, cancelRefresh]) {
    await expect(act(operator, id)).rejects.toMatchObject({ code: 'conflict', meta: { reason: 'finished' } })
  }
})

test('default: cancelling stops what was not sent and says what it could not stop', async () => {
  const { network, desk, operator, id, newHour, goThrough } = await setUpHeld()
  network.isSlow = true
  await desk.doDueWork()
  await pauseRefresh(operator, id)
  const cancelled = await cancelRefresh(operator, id)
  expect(cancelled).toMatchObject({ batches: 2, tokens: 1_500, running: 1 })
  expect(cancelled.refresh).toMatchObject({ state: 'running', pause: null, progress: { cancelled: 1_500 } })
  for (const taken of network.taken) taken.isCompleted = true
  await newHour()
  await goThrough()
  const done = await desk.read(id)
  expect([done.state, network.submissions]).toEqual(['cancelled', 1])
  expect(done.progress).toMatchObject({ succeeded: 1_000, cancelled: 1_500, pending: 0 })
  expect(await cancelRefresh(operator, id)).toMatchObject({ batches: 2, tokens: 1_500, running: 0 })
  expect(kinds(await desk.read(id)).filter((kind) => kind === 'cancelled')).toHaveLength(1)
  expect(done.signature.state).not.toBe('accepted')
})

test('behavior: a pause at the very moment of sending comes first, and nothing goes out', async () => {
  const { network, desk, operator } = await setUpEngine()
  const { id } = await desk.submit(operator, ids(3))
  const { db } = desk.work
  const lateDb = new Proxy(db, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name)
      return async (...args: Parameters<typeof db.$transaction>) => {
        await pauseRefresh(operator, id)
        return db.$transaction(...args)
      }
    },
  })
  await sendNext({ ...desk.work, db: lateDb }, project)
  expect([(await desk.read(id)).state, network.submissions]).toEqual(['paused', 0])
})

test('behavior: what is all sent can be neither paused nor cancelled, and stays as it is', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  const before = await desk.read(id)
  for (const act of [pauseRefresh, cancelRefresh]) {
    const error = { code: 'conflict', meta: { reason: 'nothing_unsent' } }
    await expect(act(operator, id)).rejects.toMatchObject(error)
  }
  expect({ ...(await desk.read(id)), now: 0 }).toEqual({ ...before, now: 0 })
})

test('behavior: a batch whose answer was lost is not sent again once its refresh is cancelled', async () => {
  const { network, desk, operator } = await setUpEngine()
  network.script.push('drop')
  const { id } = await desk.submit(operator, ids(2_000))
  await desk.doDueWork()
  expect(await cancelRefresh(operator, id)).toMatchObject({ batches: 1, tokens: 1_000, running: 1 })
  await desk.advance(HOUR_MS)
  await desk.advance(HOUR_MS)
  const done = await desk.read(id)
  expect([done.state, done.progress.cancelled, network.submissions]).toEqual(['cancelled', 2_000, 1])
})

test('default: a batch that mostly failed holds the rest once; whoever goes on has seen it', async () => {
  const { network, desk, operator, id, newHour, goThrough } = await setUpHeld()
  const failure = { error_code: 'invalid_response_status_code', client_response_status_code: 404 }
  for (const token of ids(2_500).slice(0, 501)) network.failures.set(token, failure)
  for (const token of ids(1_000, 1_001)) network.failures.set(token, failure)
  await goThrough()
  const held = await desk.read(id)
  expect(held.pause).toMatchObject({ reason: 'hold', by: null, batch: 1 })
  expect(held.activity[0]).toMatchObject({ kind: 'held', data: { batch: 1, failed: 501, tokens: 1_000 } })
  await newHour()
  await goThrough()
  expect((await desk.read(id)).state).toBe('paused')
  await resumeRefresh(operator, id)
  await goThrough()
  const done = await desk.read(id)
  expect([done.state, done.progress.failed]).toEqual(['partly_failed', 1_501])
  expect(kinds(done).filter((kind) => kind === 'held')).toHaveLength(1)
})

test('behavior: half of a batch failing, or nothing being left to send, holds nothing', async () => {
  const { network, desk, id, newHour, goThrough } = await setUpHeld()
  const failure = { error_code: 'invalid_response_status_code', client_response_status_code: 404 }
  for (const token of [...ids(500), ...ids(500, 2_001)]) network.failures.set(token, failure)
  await goThrough()
  await newHour()
  await goThrough()
  const done = await desk.read(id)
  expect([done.state, done.progress.failed]).toEqual(['partly_failed', 1_000])
  expect(kinds(done)).not.toContain('held')
})

test('behavior: a query whose tokens are still collected can be paused, and cancelled before anything is known', async () => {
  const { desk, operator, collection } = await setUpEngine()
  const selection = { query: {}, except: [] }
  const { id } = await submitRefresh(operator, { network: 'imx', collection, selection })
  expect((await pauseRefresh(operator, id)).state).toBe('paused')
  const { batches, running, refresh } = await cancelRefresh(operator, id)
  expect([batches, running, refresh.state, refresh.expanding]).toEqual([0, 0, 'cancelled', null])
  expect(await expandRefresh(desk.work, id)).toBeNull()
  expect(await desk.read(id)).toMatchObject({ state: 'cancelled', batchCount: 0 })
})

test('error: viewers decide nothing, and nobody about what is not there', async () => {
  const { desk, operator, id } = await setUpHeld()
  for (const act of [pauseRefresh, resumeRefresh, cancelRefresh]) {
    await expect(act(await desk.join('viewer'), id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(act(operator, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' })
  }
})
