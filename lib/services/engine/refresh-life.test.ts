import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-sandbox.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import type { RefreshState } from '../../domain/batches/state.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import { resumeOwner } from '../authority/resume-waiting.ts'
import { createNetworks } from '../networks/networks.ts'
import { retryRefreshes } from '../refreshes/retry/retry-refreshes.ts'
import { startSamples } from '../refreshes/start-samples.ts'
import { newAccount, openTestDesk, testRules } from '../testing/test-desk.ts'

/** No quota begins anew while a test counts. */
const settings = { crawl_tokens_per_second: 0, queue_delay_ms: 0, quota_window_seconds: 3_600_000_000 }
const HOUR_MS = 3_600_000

let database: Database
let sandbox: RunningSandbox
beforeAll(async () => {
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  sandbox = await startSandbox({ settings })
  database = await openTestDatabase()
})
afterAll(async () => {
  await sandbox?.stop()
  await database?.close()
})

async function control<T>(path: string, body?: unknown): Promise<T> {
  const headers = { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' }
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${sandbox.url}/control${path}`, init)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json() as Promise<T>
}

async function setUp(tokens: number, broken: Record<string, string> = {}) {
  const owner = newAccount()
  const made = { name: 'Test relics', owner: owner.address, tokens, broken }
  const { address, project_id } = await control<{ address: string; project_id: number }>('/collections', made)
  const collection = Address.parse(address)
  const desk = openTestDesk({ database, baseUrl: sandbox.imxUrl, collection, owner })
  await desk.sign()
  /**
   * Works at the real clock, or that far ahead of it, until the refresh is in that state. The clock gains some seconds
   * each time, so that nobody waits for a look that the desk has put off.
   */
  const workUntil = async (id: string, state: RefreshState, aheadMs = 0) => {
    for (let gainedMs = 0; ; gainedMs += 5_000) {
      desk.clock.ms = Date.now() + aheadMs + gainedMs
      await desk.doDueWork()
      const detail = await desk.read(id)
      if (detail.state === state) return detail
      await pause(10)
    }
  }
  return { desk, operator: await desk.join('operator'), projectId: project_id, workUntil }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))

test('default: a refresh settles as the origin deserves, and its retry mends what was mended', async () => {
  const broken = { 2: 'not_found', 3: 'html', 4: 'server_error', 5: 'invalid_json', 6: 'slow', 7: 'flaky' }
  const { desk, operator, workUntil } = await setUp(12, broken)
  const { id } = await desk.submit(operator, [...ids(12), '99'])
  const detail = await workUntil(id, 'partly_failed')
  expect(detail.progress).toEqual({
    total: 13,
    succeeded: 7,
    failed: 6,
    pending: 0,
    unknown: 0,
    cancelled: 0,
  })
  const causes = detail.causes.map(({ errorCode, httpStatus, fault }) => [errorCode, httpStatus, fault])
  expect(causes.sort()).toEqual(
    [
      ['invalid_response_status_code', 404, null],
      ['invalid_response_status_code', 500, null],
      ['token_not_found', null, null],
      ['unable_to_decode_response', 200, 'html'],
      ['unable_to_decode_response', 200, 'cut_off'],
      ['unable_to_retrieve_metadata', null, null],
    ].sort(),
  )
  const collection_address = detail.collection.address
  await control('/tokens', { collection_address, token_ids: ['2', '3', '4', '5', '6'], behaviour: 'ok' })
  desk.clock.ms = Date.now()
  await desk.sign()
  const { items } = await retryRefreshes(operator, { refreshes: [id] })
  expect(items.map(({ progress }) => progress.total)).toEqual([5])
  await workUntil(items[0]?.id ?? '', 'succeeded')
})

test('behavior: a connection lost after the network accepted leaves one request there, which is found in its list', async () => {
  const { desk, operator, workUntil } = await setUp(3)
  await control('/faults', { operation: 'create', kind: 'drop_after', times: 1 })
  const { id } = await desk.submit(operator, ids(3))
  const { collection } = await workUntil(id, 'unknown')
  await workUntil(id, 'succeeded', HOUR_MS)
  expect(JSON.stringify(await control('/record')).split(collection.address)).toHaveLength(2)
})

test('behavior: a spent quota is waited out and nothing is lost', async () => {
  const { desk, operator, workUntil } = await setUp(1_500)
  await control('/settings', { quota_limit: 1 })
  const { id } = await desk.submit(operator, ids(1_500))
  await workUntil(id, 'waiting_quota')
  expect((await desk.read(id)).quota).toMatchObject({ limit: 1, remaining: 0 })
  await control('/settings', { quota_limit: 20 })
  await workUntil(id, 'succeeded', 2 * HOUR_MS)
})

test('behavior: a signature that the network stops accepting is asked for once more', async () => {
  const { desk, operator, workUntil } = await setUp(4)
  await control('/settings', { queue_delay_ms: HOUR_MS })
  const { id } = await desk.submit(operator, ids(4))
  await desk.doDueWork()
  expect((await desk.read(id)).batches).toMatchObject([{ state: 'sent', stage: null }])
  await control('/settings', { signature_max_age_seconds: 0 })
  const waiting = await workUntil(id, 'waiting_authority')
  expect(waiting.signature.state).toBe('refused')
  await control('/settings', { signature_max_age_seconds: 300, queue_delay_ms: 0 })
  desk.clock.ms = Date.now()
  await desk.sign()
  await resumeOwner(desk.work, { network: 'imx', ownerAddress: desk.ownerAddress })
  await workUntil(id, 'succeeded')
})

test('behavior: a signature refused at its first use rejects the batch with the reason', async () => {
  const { desk, operator, workUntil } = await setUp(4)
  await control('/settings', { signature_max_age_seconds: 0 })
  desk.clock.ms -= 60_000
  await desk.sign()
  const { id } = await desk.submit(operator, ids(4))
  const { batches } = await workUntil(id, 'failed')
  expect(batches).toMatchObject([{ state: 'rejected', reason: expect.stringMatching(/./) }])
  await control('/settings', { signature_max_age_seconds: 300 })
})

test('behavior: a first start of the demo runs its samples once, signed by the demo owner, as nobody', async () => {
  vi.stubEnv('SANDBOX_PORT', new URL(sandbox.url).port)
  const fresh = await openTestDatabase()
  await fresh.prisma.installation.create({ data: { mode: 'demo' } })
  const settings = { slug: 'imx-local', baseUrl: sandbox.imxUrl, apiKey: null, requestsPerSecond: 0 } as const
  const work = {
    db: fresh.prisma,
    networks: createNetworks([settings]),
    now: () => new Date(),
    rules: testRules,
  }
  await startSamples(work)
  await startSamples(work)
  const started = await fresh.prisma.refresh.findMany({ orderBy: { number: 'asc' } })
  expect(
    started.map(({ note, tokenCount, source, memberId }) => [note, tokenCount, source, memberId]),
  ).toEqual([
    ['First look at the relics', 60, 'sample', null],
    ['One warden, to try it', 1, 'sample', null],
    ['Level-up of wave 1', 2_000, 'sample', null],
  ])
  expect(await fresh.prisma.member.count()).toBe(0)
  await fresh.close()
})
