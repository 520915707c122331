import { expect, test } from 'vitest'
import type { Asked } from '../../../sandbox/testing/asked.ts'
import type { openScriptedNetwork } from '../../../sandbox/testing/scripted-network.ts'
import { FailurePage } from '../../domain/failures/failure-schema.ts'
import { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { ids, setUpEngine, setUpTaken } from '../testing/test-engine.ts'

type Oddity = Parameters<Awaited<ReturnType<typeof openScriptedNetwork>>['odd']['set']>[1]

/** A page of failures, or anything instead. */
type Page = (asked: Asked) => unknown

const failure = (token_id: unknown, change: Record<string, unknown> = {}) => ({
  token_id,
  error_code: 'invalid_response_status_code',
  client_response_status_code: 404,
  created_at: '2026-11-24T14:00:30.000Z',
  ...change,
})
const NOT_WHOLE = 'list of failures couldn’t be read in full'
const lastPage = (...result: unknown[]) => ({ result, cursor: 'end', remaining: 0 })

/** A refresh of 20 tokens that the network has accepted and will speak oddly of. */
async function setUp({ errors, ...oddity }: Oddity & { errors?: Page }) {
  const engine = await setUpTaken()
  const { network, desk, operator, id, taken } = engine
  taken.isCompleted = true
  network.odd.set(taken.id, oddity)
  network.instead = (asked) => (asked.what === 'failures' && errors ? { body: errors(asked) } : null)
  const look = async (ms = 60_000) => {
    await desk.advance(ms)
    return RefreshDetail.parse(await desk.read(id))
  }
  const failures = async () =>
    FailurePage.parse(await listFailures(operator, id, { pageSize: 100 })).items.map(({ tokenId }) => tokenId)
  const target = desk.work.networks.get('imx')
  return { ...engine, id, taken, look, failures, target }
}

const summaries = [
  undefined,
  'many',
  { succeeded: 1.5, failed: 0, pending: 0 },
  { succeeded: -1, failed: 9e15 },
]

test('behavior: a status whose counts cannot be read disturbs nobody, and its tokens are unknown at the end', async () => {
  const { network, desk, operator, look, taken, target } = await setUp({})
  for (const summary of summaries) {
    network.odd.set(taken.id, { status: { status: 'in_progress', summary } })
    for (let round = 0; round < 6; round++) await look(60_000)
  }
  expect(await target.readHealth()).toMatchObject({ state: 'answers' })
  expect(target.breaker.state()).toBe('closed')
  const other = await desk.submit(operator, ids(3, 100))
  await desk.doDueWork()
  expect((await desk.read(other.id)).batches[0]?.state).toBe('sent')

  network.odd.set(taken.id, { status: { summary: undefined } })
  const { batches } = await look(10 * 60_000)
  expect(batches).toMatchObject([{ state: 'finished' }])
  const tokens = { batchId: batches[0]?.id ?? '', state: 'unknown' } as const
  expect(await desk.work.db.refreshToken.count({ where: tokens })).toBe(20)
})

test('behavior: a page of failures larger than anybody reads is asked for in smaller pieces', async () => {
  const broken = ids(20).map((id) => failure(id, { client_response_body: 'x'.repeat(2 * 1024 * 1024) }))
  const errors: Page = ({ cursor, pageSize }) => {
    const start = Number(cursor ?? 0)
    const end = start + pageSize
    return { result: broken.slice(start, end), cursor: String(end), remaining: end < broken.length ? 1 : 0 }
  }
  const { look, failures, target } = await setUp({
    status: { summary: { succeeded: 0, failed: 20, pending: 0 } },
    errors,
  })
  expect(await look()).toMatchObject({ state: 'failed', progress: { failed: 20 }, causes: [{ count: 20 }] })
  expect(await failures()).toHaveLength(20)
  expect(await target.readHealth()).toMatchObject({ state: 'answers' })
})

test('behavior: failures whose list goes in a circle or has no end are never more than the tokens', async () => {
  const circle: Page = ({ cursor }) => ({
    result: [failure(cursor === 'b' ? '2' : '1')],
    cursor: cursor === 'a' ? 'b' : 'a',
    remaining: 1,
  })
  const summary = { succeeded: 17, failed: 3, pending: 0 }
  const one = await setUp({ status: { summary }, errors: circle })
  const seen = await one.look()
  expect(await one.failures()).toEqual(['1', '2'])
  expect(seen.batches[0]?.reason).toContain(NOT_WHOLE)
  expect(one.network.looks).toBeLessThan(10)

  let next = 0
  const endless: Page = () => {
    next += 1
    return {
      result: [failure(String(next)), failure(String(next + 5_000))],
      cursor: `c${next}`,
      remaining: 1,
    }
  }
  const other = await setUp({ status: { summary }, errors: endless })
  expect((await other.look()).batches[0]?.reason).toContain(NOT_WHOLE)
  expect((await other.failures()).length).toBeLessThanOrEqual(20)
  expect(next).toBeLessThan(30)
})

test.each(['+010000-01-01T00:00:00Z', '-000200-01-01T00:00:00Z'])(
  'behavior: a failure with the time %s has none, and its batch ends',
  async (created_at) => {
    const { look, failures } = await setUp({
      status: { summary: { succeeded: 19, failed: 1, pending: 0 }, completed_at: created_at },
      errors: () => lastPage(failure('7', { created_at })),
    })
    expect(await look()).toMatchObject({ state: 'partly_failed', progress: { succeeded: 19, failed: 1 } })
    expect(await failures()).toEqual(['7'])
  },
)

test('behavior: failures of what is no token id are left out, counted and said', async () => {
  const { look, failures } = await setUp({
    status: { summary: { succeeded: 18, failed: 2, pending: 0 } },
    errors: () => lastPage(...['abc', '-1', '007', '7', 8].map((id) => failure(id)), null),
  })
  const seen = await look()
  expect(await failures()).toEqual(['7', '8'])
  expect(seen.batches[0]?.reason).toBe('The network lists 4 failures without a token id, which are left out.')
})

test('behavior: a batch whose failures stay unreadable ends without them after an hour', async () => {
  const { look, taken, network, failures } = await setUp({
    status: { summary: { succeeded: 18, failed: 2, pending: 0 } },
    errors: () => 'an apology',
  })
  expect((await look()).state).toBe('running')
  for (let minutes = 0; minutes < 65; minutes += 5) await look(5 * 60_000)
  const seen = await look()
  expect(seen).toMatchObject({ progress: { succeeded: 18, failed: 2, pending: 0 } })
  expect(seen.batches[0]?.reason).toContain(NOT_WHOLE)
  expect(await failures()).toEqual([])
  expect(network.taken).toEqual([taken])
})

test('behavior: an id that cannot be kept is no acceptance, and what it names is never sent twice', async () => {
  const { network, desk, operator } = await setUpEngine()
  for (const refresh_id of ['a\0b', '..', 'x'.repeat(5_000)]) {
    network.script = [{ status: 202, body: { refresh_id } }]
    network.submissions = 0
    network.forgetTaken()
    const { id } = await desk.submit(operator, ids(3))
    network.take(ids(3), String(refresh_id))
    network.isSlow = true
    await desk.doDueWork()
    expect((await desk.read(id)).batches, String(refresh_id)).toMatchObject([{ state: 'lost' }])
    for (let round = 0; round < 3; round++) await desk.advance(10 * 60_000)
    expect(RefreshDetail.parse(await desk.read(id)).batches[0]?.resends).toBe(0)
    expect(network.submissions).toBe(1)
    await desk.work.db.refresh.delete({ where: { id } })
  }
})
