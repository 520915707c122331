import { expect, onTestFinished, test, vi } from 'vitest'
import { findUsableGrant } from '../auth/grants.ts'
import { openTestDatabase } from '../db/test-database.ts'
import { claimBatch } from './claim-batch.ts'
import { recoverSending } from './recover-sending.ts'
import { resumeOwner } from './resume-owner.ts'
import { retryRefresh } from './retry-refresh.ts'
import { sendNext } from './send-next.ts'
import { newAccount, newAddress, openTestDesk } from './test-desk.ts'
import { openTestNetwork } from './test-network.ts'
import { waitForSignature } from './wait-for-signature.ts'

const HOUR_MS = 3_600_000
const project = { network: 'imx', key: '7' } as const

async function setUp({ isSigned = true } = {}) {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  const database = await openTestDatabase()
  const owner = newAccount()
  const collection = newAddress()
  const network = await openTestNetwork({ owner: owner.address, collection })
  onTestFinished(async () => {
    await network.close()
    await database.close()
  })
  const desk = openTestDesk({ database, baseUrl: network.url, collection, owner })
  const operator = await desk.join('operator')
  if (isSigned) await desk.sign()
  return { network, desk, operator, collection }
}

const endGrants = (db: Awaited<ReturnType<typeof setUp>>['desk']['work']['db']) =>
  db.grant.updateMany({ data: { sealed: null, endedAt: new Date(), endReason: 'deleted' } })
const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => String(first + index))
const allStates = (detail: { batches: { state: string }[] }) => detail.batches.map(({ state }) => state)

test('default: three batches are sent in order, watched to the end, and their failures collected', async () => {
  const { network, desk, operator } = await setUp()
  network.failures.set('7', { error_code: 'invalid_response_status_code', client_response_status_code: 404 })
  network.failures.set('2500', { error_code: 'token_not_found', client_response_status_code: null })
  const { id, number } = await desk.submit(operator, [...ids(2500), '3', '7'])
  await desk.doDueWork()
  await desk.advance(2_000)
  const detail = await desk.read(id)
  expect(network.taken.map(({ tokenIds }) => tokenIds)).toEqual([ids(1000), ids(1000, 1001), ids(500, 2001)])
  expect(detail).toMatchObject({
    number,
    state: 'partly_failed',
    progress: { total: 2500, succeeded: 2498, failed: 2, pending: 0, unknown: 0 },
    batchCount: 3,
    sentBatchCount: 3,
    causeCount: 2,
  })
  expect(detail.settledAt).not.toBeNull()
  expect(detail.causes.map(({ errorCode, count, isRetryable }) => [errorCode, count, isRetryable])).toEqual([
    ['invalid_response_status_code', 1, true],
    ['token_not_found', 1, false],
  ])
  expect(detail.activity.map(({ kind }) => kind).reverse()).toEqual([
    'submitted',
    ...Array(3).fill('batch_accepted'),
    ...Array(3).fill('batch_completed'),
    'settled',
  ])
  expect(
    await desk.work.db.refreshedToken.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } }),
  ).toEqual([
    { state: 'failed', _count: 2 },
    { state: 'succeeded', _count: 2498 },
  ])
})

test('behavior: once nothing is left to send or watch, the signature is gone', async () => {
  const { desk, operator } = await setUp()
  const { id } = await desk.submit(operator, ['1'])
  expect((await desk.read(id)).grant.state).toBe('unproven')
  await sendNext(desk.work, project)
  expect((await desk.read(id)).grant.state).toBe('accepted')
  await desk.advance(2_000)
  expect((await desk.read(id)).grant.state).toBe('not_needed')
  expect(await desk.work.db.grant.count({ where: { sealed: { not: null } } })).toBe(0)
})

test('behavior: what the headers forbid is not sent before the reset', async () => {
  const { network, desk, operator } = await setUp()
  network.quota = { limit: 20, remaining: 2, resetsAt: new Date(desk.clock.ms + 1_800_000) }
  const { id } = await desk.submit(operator, ids(3500))
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(network.submissions).toBe(2)
  const waiting = await desk.read(id)
  expect(waiting).toMatchObject({ state: 'waiting_quota', quota: { limit: 20, remaining: 0 } })
  expect(waiting.batches.slice(2).map(({ wait }) => wait)).toEqual(['quota', 'quota'])
  await desk.advance(1_700_000)
  expect(network.submissions).toBe(2)
  network.quota = { limit: 20, remaining: 20, resetsAt: new Date(desk.clock.ms + HOUR_MS) }
  await desk.advance(200_000)
  await desk.advance(2_000)
  expect(network.submissions).toBe(4)
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: 429 of the quota waits for the reset and fails nothing', async () => {
  const { network, desk, operator } = await setUp()
  network.quota = { limit: 20, remaining: 0, resetsAt: new Date(desk.clock.ms + 60_000) }
  network.script.push({
    status: 429,
    body: { code: 'refresh_limit_exceeded', message: 'Refresh limit exceeded' },
    headers: network.quotaHeaders(),
  })
  const { id } = await desk.submit(operator, ids(2))
  await desk.advance(30_000)
  expect(network.submissions).toBe(1)
  expect(await desk.read(id)).toMatchObject({
    state: 'waiting_quota',
    batches: [{ wait: 'quota', state: 'planned' }],
  })
  network.quota = null
  await desk.advance(HOUR_MS)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
  expect(network.submissions).toBe(2)
})

test('behavior: a reset that our clock takes for past holds the whole project back, without a storm', async () => {
  const { network, desk, operator } = await setUp()
  network.quota = { limit: 20, remaining: 0, resetsAt: new Date(desk.clock.ms - 300_000) }
  const refusal = { status: 429, body: { code: 'refresh_limit_exceeded' }, headers: network.quotaHeaders() }
  network.script.push(...Array(50).fill(refusal))
  const { id } = await desk.submit(operator, ids(2500))
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  expect((await desk.read(id)).batches.map(({ wait }) => wait)).toEqual(['quota', 'quota', 'quota'])
})

test('behavior: a reset that is days away is no reason to sleep for days', async () => {
  const { network, desk, operator } = await setUp()
  network.quota = { limit: 20, remaining: 1, resetsAt: new Date(desk.clock.ms + 99 * HOUR_MS) }
  const { id } = await desk.submit(operator, ids(1500))
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  network.quota = null
  await desk.advance(70 * 60_000)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: a batch that the network works on never goes back to its queue', async () => {
  const { network, desk, operator } = await setUp()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.work.db.batch.updateMany({ data: { state: 'in_progress' } })
  network.status = { status: 'queued', summary: { succeeded: 0, failed: 0, pending: 5 } }
  await desk.advance(20_000)
  expect(allStates(await desk.read(id))).toEqual(['in_progress'])
})

test('behavior: tokens that a completed batch does not account for are unknown, not succeeded', async () => {
  const { network, desk, operator } = await setUp()
  const { id } = await desk.submit(operator, ids(5))
  network.status = { summary: { succeeded: 3, failed: 0, pending: 2 } }
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({ state: 'partly_failed', progress: { succeeded: 3, failed: 0 } })
  expect(await desk.work.db.refreshedToken.count({ where: { state: 'succeeded' } })).toBe(0)
})

test('behavior: a failure that no column could hold does not keep its batch from ending', async () => {
  const { network, desk, operator } = await setUp()
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

test('behavior: a signature deleted while a batch is in hand is not sent', async () => {
  const { network, desk, operator } = await setUp()
  const { id } = await desk.submit(operator, ids(5))
  const get = desk.work.networks.get('imx').client
  const { write } = get
  get.write = async (operation) => {
    await endGrants(desk.work.db)
    return write(operation)
  }
  await desk.doDueWork()
  expect(network.submissions).toBe(0)
  expect(await desk.read(id)).toMatchObject({ state: 'waiting_signature', grant: { state: 'deleted' } })
})

test('behavior: a signature given while the desk decides to wait for one is not overlooked', async () => {
  const { desk, operator } = await setUp()
  const { id } = await desk.submit(operator, ids(5))
  const claim = await claimBatch(desk.work, project)
  if (claim.kind !== 'claimed') throw new Error('nothing claimed')
  await recoverSending(desk.work, { all: true })
  // The signature is there by the time the wait is written down.
  await waitForSignature(desk.work, claim.batch, null)
  expect((await desk.read(id)).batches[0]?.wait).toBeNull()
})

test('behavior: a sender that came back after its lease keeps its open attempt', async () => {
  const { desk, operator } = await setUp()
  await desk.submit(operator, ids(5))
  const claim = await claimBatch(desk.work, project)
  if (claim.kind !== 'claimed') throw new Error('nothing claimed')
  const data = { batchId: claim.batch.id, startedAt: desk.work.now() }
  await desk.work.db.attempt.create({ data })
  const { db } = desk.work
  const listed = db.$extends({
    query: {
      batch: {
        async findMany({ args, query }) {
          const rows = await query(args)
          await db.batch.updateMany({ data: { fence: { increment: 1 } } })
          return rows
        },
      },
    },
  })
  await recoverSending({ ...desk.work, db: listed as unknown as typeof db }, { all: true })
  expect(await db.attempt.findMany()).toMatchObject([{ finishedAt: null }])
})

test('behavior: a grant refused on its first use rejects the batch and ends the grant', async () => {
  const { network, desk, operator } = await setUp()
  network.script.push({ status: 401, body: { code: 'unauthorized', message: 'Signature not accepted' } })
  const { id } = await desk.submit(operator, ids(3))
  await desk.doDueWork()
  const detail = await desk.read(id)
  expect(detail).toMatchObject({
    state: 'failed',
    grant: { state: 'refused' },
    batches: [{ state: 'rejected', reason: 'Signature not accepted' }],
    causes: [{ errorCode: 'not_accepted', count: 3, isRetryable: true }],
  })
  await expect(desk.submit(operator, ids(3))).rejects.toMatchObject({ meta: { reason: 'needs_grant' } })
})

test('behavior: a grant that runs out while a refresh runs makes it wait, and a new one continues it', async () => {
  const { network, desk, operator } = await setUp()
  network.script.push('accept', { status: 403 })
  const { id } = await desk.submit(operator, ids(2500))
  await desk.doDueWork()
  const waiting = await desk.read(id)
  expect(waiting.state).toBe('waiting_signature')
  expect(waiting.batches.map(({ state, wait }) => [state, wait])).toEqual([
    ['accepted', 'signature'],
    ['planned', 'signature'],
    ['planned', 'signature'],
  ])
  expect(waiting.grant.state).toBe('refused')
  expect(await findUsableGrant(desk.work, { network: 'imx', ownerAddress: desk.ownerAddress })).toBeNull()
  await desk.sign()
  await resumeOwner(desk.work, { network: 'imx', ownerAddress: desk.ownerAddress })
  expect((await desk.read(id)).state).toBe('running')
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({ state: 'succeeded', progress: { succeeded: 2500 } })
  expect(network.taken).toHaveLength(3)
})

test('behavior: a look that is refused waits for a signature and loses nothing', async () => {
  const { network, desk, operator } = await setUp()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(2_000)
  expect(await desk.read(id)).toMatchObject({
    batches: [{ state: 'in_progress', progress: { succeeded: 1 } }],
  })
  network.readStatus = 401
  await desk.advance(20_000)
  expect((await desk.read(id)).state).toBe('waiting_signature')
  network.readStatus = null
  for (const taken of network.taken) taken.isCompleted = true
  await desk.sign()
  await desk.doDueWork()
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: a grant that grows older than 48 hours makes the refresh wait', async () => {
  const { network, desk, operator } = await setUp()
  network.isSlow = true
  const { id } = await desk.submit(operator, ids(5))
  await desk.doDueWork()
  await desk.advance(49 * HOUR_MS)
  const { grant, batches } = await desk.read(id)
  expect([grant.state, batches[0]?.wait]).toEqual(['expired', 'signature'])
})

test.each([
  ['a lost answer', 'drop'],
  ['a lost acceptance', 'accept_and_drop'],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['202 without an id', { status: 202, body: {} }],
  ['409', { status: 409 }],
] as const)(
  'behavior: after %s the outcome is unknown and the batch is never sent again',
  async (_name, answer) => {
    const { network, desk, operator } = await setUp()
    network.script.push('accept', answer)
    const { id } = await desk.submit(operator, ids(1500))
    await desk.doDueWork()
    for (const ms of [2_000, HOUR_MS, HOUR_MS]) await desk.advance(ms)
    const detail = await desk.read(id)
    expect(allStates(detail)).toEqual(['completed', 'unknown'])
    expect(detail).toMatchObject({
      state: 'unknown',
      progress: { succeeded: 1000, unknown: 500, pending: 0 },
    })
    expect(detail.settledAt).toBeNull()
    expect(network.submissions).toBe(2)
  },
)

test('behavior: an unknown batch blocks no other one, and counts as spent', async () => {
  const { network, desk, operator } = await setUp()
  network.quota = { limit: 20, remaining: 3, resetsAt: new Date(desk.clock.ms + 1_800_000) }
  network.script.push('accept', 'accept_and_drop')
  const { id } = await desk.submit(operator, ids(3500))
  await desk.doDueWork()
  await desk.advance(60_000)
  expect(network.submissions).toBe(3)
  await desk.advance(2_000)
  const detail = await desk.read(id)
  expect(allStates(detail)).toEqual(['completed', 'unknown', 'completed', 'planned'])
  expect(detail.state).toBe('waiting_quota')
})

test('behavior: a network in trouble does not turn one batch after the other unknown', async () => {
  const { network, desk, operator } = await setUp()
  network.script.push({ status: 503 }, { status: 503 })
  const { id } = await desk.submit(operator, ids(3500))
  await desk.doDueWork()
  expect(network.submissions).toBe(1)
  expect(await desk.read(id)).toMatchObject({
    state: 'running',
    batches: [{ state: 'unknown' }, { wait: 'turn' }, {}, {}],
  })
  await desk.advance(16_000)
  expect(network.submissions).toBe(2)
  await desk.advance(16_000)
  expect(network.submissions).toBe(2)
  await desk.advance(16_000)
  await desk.advance(2_000)
  expect(allStates(await desk.read(id))).toEqual(['unknown', 'unknown', 'completed', 'completed'])
})

test.each([400, 404, 413, 422, 302])(
  'behavior: %i rejects the batch with the reason, and the others go on',
  async (status) => {
    const { network, desk, operator } = await setUp()
    const message = 'The network does not want these'
    network.script.push('accept', {
      status,
      body: { code: 'bad_request', message },
      headers: { location: '/x' },
    })
    const { id } = await desk.submit(operator, ids(2100))
    await desk.doDueWork()
    await desk.advance(2_000)
    const detail = await desk.read(id)
    expect(allStates(detail)).toEqual(['completed', 'rejected', 'completed'])
    expect(detail).toMatchObject({ state: 'partly_failed', progress: { succeeded: 1100, failed: 1000 } })
  },
)

test('behavior: a network that cannot be reached is tried again later, and nothing is lost', async () => {
  const { network, desk, operator } = await setUp()
  const { id } = await desk.submit(operator, ids(2))
  await network.close()
  await desk.doDueWork()
  expect(await desk.read(id)).toMatchObject({
    state: 'running',
    batches: [{ state: 'planned', wait: 'backoff', sentAt: null }],
  })
  expect(await desk.work.db.attempt.findMany()).toMatchObject([{ outcome: 'planned' }])
})

test('behavior: a 429 without limit headers backs off, longer each time', async () => {
  const { network, desk, operator } = await setUp()
  network.script.push({ status: 429 }, { status: 429 })
  const { id } = await desk.submit(operator, ids(2))
  await desk.doDueWork()
  expect((await desk.read(id)).batches[0]).toMatchObject({ state: 'planned', wait: 'backoff' })
  await desk.advance(2_000)
  await desk.advance(3_000)
  expect(network.submissions).toBe(2)
  await desk.advance(1_000)
  await desk.advance(2_000)
  expect((await desk.read(id)).state).toBe('succeeded')
})

test('behavior: after a crash, what may have been sent is unknown and what was only in hand is planned', async () => {
  const { network, desk, operator } = await setUp()
  const first = await desk.submit(operator, ids(2))
  const claim = await claimBatch(desk.work, project)
  if (claim.kind !== 'claimed') throw new Error('nothing claimed')
  expect(await recoverSending(desk.work, { all: false })).toBe(0)
  expect(await recoverSending(desk.work, { all: true })).toBe(1)
  expect(allStates(await desk.read(first.id))).toEqual(['planned'])

  const again = await claimBatch(desk.work, project)
  if (again.kind !== 'claimed') throw new Error('nothing claimed')
  await desk.work.db.attempt.create({ data: { batchId: again.batch.id, startedAt: desk.work.now() } })
  await desk.advance(61_000)
  expect(await desk.read(first.id)).toMatchObject({ state: 'unknown', progress: { unknown: 2 } })
  expect(network.submissions).toBe(0)
})

test('behavior: two senders of one project send each batch once', async () => {
  const { network, desk, operator } = await setUp()
  await desk.submit(operator, ids(3000))
  await Promise.all([
    sendNext(desk.work, project),
    sendNext(desk.work, project),
    sendNext(desk.work, project),
  ])
  await desk.doDueWork()
  expect(network.taken.map(({ tokenIds }) => tokenIds[0]).sort()).toEqual(['1', '1001', '2001'])
})

test('behavior: three tokens are not stuck behind a large refresh', async () => {
  const { network, desk, operator } = await setUp()
  await desk.submit(operator, ids(3000))
  await desk.submit(operator, ['9001', '9002', '9003'])
  await desk.doDueWork()
  expect(network.taken[0]?.tokenIds).toEqual(['9001', '9002', '9003'])
})

test('behavior: the same key and body submits once, even at the same time; another body is a conflict', async () => {
  const { desk, operator } = await setUp()
  const made = await Promise.all([1, 2, 3].map(() => desk.submit(operator, ids(3), 'key-1')))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  await expect(desk.submit(operator, ids(4), 'key-1')).rejects.toMatchObject({ code: 'conflict' })
  const other = await desk.submit(await desk.join('operator'), ids(4), 'key-1')
  expect(other.id).not.toBe(made[0]?.id)
})

test('error: a viewer cannot submit, and nobody can without a signature', async () => {
  const { desk, operator } = await setUp({ isSigned: false })
  await expect(desk.submit(await desk.join('viewer'), ['1'])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(desk.submit(operator, ['1'])).rejects.toMatchObject({
    code: 'conflict',
    meta: { reason: 'needs_grant' },
  })
  expect(await desk.work.db.refresh.count()).toBe(0)
})

test('behavior: a retry takes the failed tokens, or one cause, and leaves out unknown tokens', async () => {
  const { network, desk, operator } = await setUp()
  const fail = (error_code: string, client_response_status_code: number | null) => ({
    error_code,
    client_response_status_code,
  })
  network.failures.set('2', fail('invalid_response_status_code', 404))
  network.failures.set('3', fail('invalid_response_status_code', 500))
  network.failures.set('4', fail('token_not_found', null))
  const { id, number } = await desk.submit(operator, ids(5))
  await expect(retryRefresh(operator, id, {})).rejects.toMatchObject({ meta: { reason: 'not_settled' } })
  await desk.doDueWork()
  await desk.advance(2_000)
  await desk.sign()
  const cause = (await desk.read(id)).causes.find(({ httpStatus }) => httpStatus === 500)?.key ?? ''
  const all = await retryRefresh(operator, id, {}, 'retry-1')
  expect(await retryRefresh(operator, id, {}, 'retry-1')).toMatchObject({ id: all.id })
  const one = await retryRefresh(operator, id, { cause, note: 'Only the crash' })
  expect([all.progress.total, one.progress.total, one.note]).toEqual([2, 1, 'Only the crash'])
  expect(all.retryOf).toEqual({ id, number })
  expect((await desk.read(id)).retries.map((retry) => retry.id)).toEqual([all.id, one.id])
  const missing = (await desk.read(id)).causes.find(({ isRetryable }) => !isRetryable)?.key ?? ''
  await expect(retryRefresh(operator, id, { cause: missing })).rejects.toMatchObject({ code: 'conflict' })
})

test('error: an unknown refresh is not found, by whatever name', async () => {
  const { desk } = await setUp()
  for (const key of [crypto.randomUUID(), 'R-0001', '999', 'nonsense', '', "1' or '1"]) {
    await expect(desk.read(key)).rejects.toMatchObject({ code: 'not_found' })
  }
})
