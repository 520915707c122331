import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-sandbox.ts'
import { createImxClient, type ImxClient } from './client.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { getRefreshStatus } from './refreshing/get-refresh-status.ts'
import { listRefreshErrors } from './refreshing/list-refresh-errors.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'

const settings = {
  crawl_tokens_per_second: 0,
  queue_delay_ms: 0,
  crawl_retry_base_ms: 1,
  quota_window_seconds: 3_600_000_000,
}
const owner = privateKeyToAccount(generatePrivateKey())
let sandbox: RunningSandbox
let client: ImxClient
beforeAll(async () => {
  sandbox = await startSandbox({ settings })
  client = createImxClient({ baseUrl: sandbox.imxUrl, apiKey: null, requestsPerSecond: 0 })
})
afterAll(() => sandbox?.stop())

async function control<T>(path: string, body: unknown): Promise<T> {
  const headers = { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' }
  const response = await fetch(`${sandbox.url}/control${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<T>
}

const makeCollection = async () =>
  (
    await control<{ address: string }>('/collections', {
      name: 'Client test',
      owner: owner.address,
      tokens: 5,
      broken: { 2: 'not_found', 3: 'html' },
    })
  ).address

async function sign(account = owner) {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = await account.signMessage({ message: timestamp })
  return { kind: 'owner_signature' as const, address: account.address, timestamp, signature }
}

test('default: a refresh signed by the owner is accepted, watched and explained', async () => {
  const [collection, signature] = [await makeCollection(), await sign()]
  const accepted = await createRefresh(client, {
    collection,
    tokenIds: ['1', '2', '3'],
    credential: signature,
  })
  expect(accepted).toMatchObject({ quota: { limit: 20, remaining: 19 }, serverDate: expect.any(String) })
  const { reference } = accepted
  const settled = await expect
    .poll(() => getRefreshStatus(client, { reference, credential: signature }))
    .toMatchObject({ status: 'completed' })
    .then(() => getRefreshStatus(client, { reference, credential: signature }))
  expect(settled).toMatchObject({ collection, counts: { succeeded: 1, failed: 2, pending: 0 } })
  const first = await listRefreshErrors(client, { reference, credential: signature, pageSize: 1 })
  const second = await listRefreshErrors(client, {
    reference,
    credential: signature,
    pageSize: 1,
    cursor: first.nextCursor ?? '',
  })
  expect(second.nextCursor).toBeNull()
  const errors = [...first.items, ...second.items].map(({ tokenId, httpStatus }) => [tokenId, httpStatus])
  expect(errors.toSorted()).toEqual([
    ['2', 404],
    ['3', 200],
  ])
  const listed = await listRefreshes(client, { credential: signature, collection })
  expect(listed.items).toMatchObject([{ reference, status: 'completed', collection }])
})

test.each([
  [{ kind: 'drop_before' }, { kind: 'network', isWritten: true }],
  [{ kind: 'drop_after' }, { kind: 'network', isWritten: true }],
  [{ kind: 'no_id' }, { kind: 'invalid_response', httpStatus: 202 }],
  [{ kind: 'nonsense' }, { kind: 'invalid_response', httpStatus: 202 }],
  [{ kind: 'status', status: 500 }, { kind: 'server' }],
  [{ kind: 'status', status: 429 }, { kind: 'rate_limited' }],
  [{ kind: 'retired' }, { kind: 'not_found' }],
])('error: %o', async (fault, expected) => {
  const [collection, signature] = [await makeCollection(), await sign()]
  await control('/faults', { operation: 'create', times: 1, ...fault })
  await expect(
    createRefresh(client, { collection, tokenIds: ['1'], credential: signature }),
  ).rejects.toMatchObject(expected)
})

test('error: another signer, a stale number, too many tokens, no quota left', async () => {
  const [collection, signature] = [await makeCollection(), await sign()]
  const create = (over: object) =>
    createRefresh(client, { collection, tokenIds: ['1'], credential: signature, ...over })
  const stranger = await sign(privateKeyToAccount(generatePrivateKey()))
  await expect(create({ credential: stranger })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(create({ credential: { ...signature, timestamp: '1609462141' } })).rejects.toMatchObject({
    kind: 'unauthorized',
  })
  const tokenIds = Array.from({ length: 1_001 }, (_, index) => String(index))
  await expect(create({ tokenIds })).rejects.toMatchObject({ kind: 'bad_request', httpStatus: 400 })
  for (let sent = 0; sent < 20; sent++) await create({})
  await expect(create({})).rejects.toMatchObject({ kind: 'quota_exceeded', quota: { remaining: 0 } })
})
