import { expect, test } from 'vitest'
import { findLastRefreshes, listTokenRefreshes } from '../../db/refreshes/token-history.ts'
import { findDueExpanding } from '../engine/expand/find-due-expanding.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { retryRefreshes } from '../refreshes/retry/retry-refreshes.ts'
import { ids } from '../testing/test-engine.ts'
import { setUpImport } from '../testing/test-import.ts'
import { getImport } from './get-import.ts'
import { importRefreshes } from './import-refreshes.ts'
import { startImport } from './start-import.ts'

const MONTH = 30 * 24 * 60
const notFound = { error_code: 'invalid_response_status_code', client_response_status_code: 404 }

test('default: refreshes made elsewhere stand in the history with their failures, and pressing again adds nothing', async () => {
  const { network, desk, operator, key, takeElsewhere, press, history } = await setUpImport()
  for (const id of ['2', '250', 'no token id']) network.failures.set(id, notFound)
  const own = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  await desk.advance(2_000)
  await desk.sign()
  const old = takeElsewhere([...ids(999), 'no token id'], 2 * MONTH)
  takeElsewhere(['2', '7'], MONTH)
  expect(await getImport(operator, key)).toMatchObject({ state: 'none', listed: 0 })
  expect(await press()).toMatchObject({ state: 'complete', listed: 3, imported: 2, leftOut: 0, error: null })
  expect((await history()).map(({ state, source }) => [state, source])).toEqual([
    ['running', 'import'],
    ['running', 'import'],
    ['partly_failed', 'desk'],
  ])

  await desk.doDueWork()
  const [first, second, third] = await history()
  const startedMs = network.taken.find(({ id }) => id === old)?.startedAt.getTime() ?? 0
  expect(first).toMatchObject({
    source: 'import',
    by: null,
    state: 'partly_failed',
    progress: { total: 1000, succeeded: 997, failed: 3, pending: 0 },
    createdAt: new Date(startedMs).toISOString(),
    finishedAt: new Date(startedMs + 60_000).toISOString(),
  })
  expect(second).toMatchObject({ progress: { total: 2, succeeded: 1, failed: 1 } })
  expect(third?.id).toBe(own.id)
  const detail = await desk.read(first?.id ?? '')
  const { activity } = detail
  expect(activity.at(-1)).toMatchObject({
    kind: 'imported',
    by: { id: operator.member.id },
    data: { tokens: 1000 },
  })
  expect(detail).toMatchObject({ causes: [{ count: 2 }], batches: [{ reference: old, state: 'finished' }] })
  const failures = await listFailures(operator, first?.id ?? '', { pageSize: 50 })
  expect(failures.items.map(({ tokenId }) => tokenId).sort()).toEqual(['2', '250'])
  expect(detail.batches[0]?.reason).toContain('lists 1 failure without a token id')

  // What is known of a token: its failures elsewhere, and the newer refresh here.
  const { db } = desk.work
  const last = await findLastRefreshes(db, key, ['2', '7', '250'])
  expect([...last].map(([id, { refreshId }]) => [id, refreshId]).sort()).toEqual([
    ['2', own.id],
    ['250', first?.id],
  ])
  const { id: collectionId } = await db.collection.findFirstOrThrow()
  const ofToken = await listTokenRefreshes(db, collectionId, '2', 10)
  expect(ofToken.map(({ refresh, state }) => [refresh.id, state])).toEqual([
    [own.id, 'failed'],
    [second?.id, 'failed'],
    [first?.id, 'failed'],
  ])

  await desk.sign()
  expect(await press()).toMatchObject({ state: 'complete', listed: 3, imported: 0, leftOut: 0 })
  await desk.doDueWork()
  expect(await history()).toEqual([first, second, third])
  const retry = await retryRefreshes(operator, { refreshes: [first?.id ?? ''] }, null)
  expect(retry.items.map(({ progress }) => progress.total)).toEqual([2])
})

test('behavior: killed at any step, by two members and on two instances at once, nothing is missed or taken twice', async () => {
  const { network, desk, operator, key, takeElsewhere, history, references } = await setUpImport()
  network.pageSize = 12
  const elsewhere = Array.from({ length: 31 }, (_, at) => takeElsewhere([String(at)], MONTH + at))
  const other = await desk.join('admin')
  const started = await Promise.all([startImport(operator, key), startImport(other, key)])
  expect(started).toMatchObject([{ state: 'running' }, { state: 'running' }])
  const { id: collectionId } = await desk.work.db.collection.findFirstOrThrow()
  // One slice each; a transaction that fails leaves nothing.
  const { $transaction } = desk.work.db
  for (let step = 0; (await getImport(operator, key)).state === 'running'; step++) {
    if (step % 3 === 2) {
      const dies = async () => Promise.reject(new Error('killed'))
      desk.work.db.$transaction = dies as unknown as typeof $transaction
      await expect(importRefreshes(desk.work, collectionId, { maxMs: 0 })).rejects.toThrow('killed')
      desk.work.db.$transaction = $transaction
    } else {
      const at = () => importRefreshes(desk.work, collectionId, { maxMs: 0 })
      await (step % 3 === 0 ? at() : Promise.all([at(), at()]))
    }
    if ((await getImport(other, key)).state === 'running') await startImport(other, key)
    if (step > 50) throw new Error('It never ends')
  }
  expect((await references()).sort()).toEqual(elsewhere.sort())
  expect(await getImport(operator, key)).toMatchObject({ state: 'complete', listed: 31, imported: 31 })
  await desk.doDueWork()
  const settled = await history()
  expect(settled).toHaveLength(31)
  expect(settled.every(({ state, progress }) => state === 'succeeded' && progress.total === 1)).toBe(true)
  expect((await findDueExpanding(desk.work, { aheadMs: 0 })).imports).toEqual([])
})

test('error: a refused signature stops it, and another one takes up the rest', async () => {
  const { network, desk, operator, key, takeElsewhere, press, history } = await setUpImport()
  const [, second] = [takeElsewhere(['1'], MONTH), takeElsewhere(['2'], MONTH)]
  network.odd.set(second ?? '', { httpStatus: 403 })
  expect(await press()).toMatchObject({
    state: 'stopped',
    imported: 0,
    error: expect.stringContaining('refused the owner’s signature'),
  })
  await expect(startImport(operator, key)).rejects.toMatchObject({ meta: { reason: 'needs_signature' } })
  await expect(startImport(await desk.join('viewer'), key)).rejects.toMatchObject({ code: 'forbidden' })
  network.odd.clear()
  await desk.sign()
  expect(await press()).toMatchObject({ state: 'complete', imported: 2, error: null })
  await desk.doDueWork()
  expect((await history()).map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  const signatures = await desk.work.db.signature.findMany({ orderBy: { createdAt: 'asc' } })
  expect(signatures.map(({ endReason }) => endReason)).toEqual(['refused', 'not_needed'])
})

test('behavior: what may pass is waited for, and the signature is kept meanwhile', async () => {
  const { network, desk, takeElsewhere, press, doImports, key, operator } = await setUpImport()
  takeElsewhere(['1'], MONTH)
  network.readStatus = 429
  expect(await press()).toMatchObject({ state: 'running', error: 'Immutable X is rate limiting requests.' })
  await desk.advance(20 * 60_000)
  network.readStatus = null
  await doImports()
  expect(await getImport(operator, key)).toMatchObject({ state: 'complete', imported: 1, error: null })
})

test('behavior: odd refreshes break nothing: the gone are skipped, the unreadable left out, the rest taken as they are', async () => {
  const { network, desk, takeElsewhere, press, history, references } = await setUpImport()
  const odd = (oddity: Parameters<typeof network.odd.set>[1], tokens = ['1'], minutes = MONTH) => {
    const id = takeElsewhere(tokens, minutes)
    network.odd.set(id, oddity)
    return id
  }
  const gone = odd({ httpStatus: 404 })
  const unreadable = odd({ status: { summary: 'many' } })
  const stranger = odd({ listed: { collection_address: '0x00000000000000000000000000000000000000aa' } })
  odd({ listed: { refresh_id: 'a\0b' } })
  odd({
    listed: { started_at: null, status: 'pondering' },
    status: { status: 'pondering', started_at: 'soon' },
  })
  odd({ listed: { started_at: '+275000-01-01T00:00:00.000Z' }, status: { completed_at: 'never' } })
  odd({ status: { summary: { succeeded: 9e15, failed: 0, pending: 0 } } })
  odd({ status: { summary: { succeeded: 0, failed: 0, pending: 0 } } })
  expect(await press()).toMatchObject({ state: 'complete', listed: 6, imported: 3, leftOut: 3 })
  await desk.doDueWork()
  expect((await references()).filter((id) => [gone, unreadable, stranger].includes(id))).toEqual([])
  const states = (await history()).map(({ state }) => state)
  expect(states.sort()).toEqual(['stalled', 'succeeded', 'succeeded'])
})
