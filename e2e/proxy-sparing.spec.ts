import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { sdkClient, sdkSigner } from './fixtures/core-sdk.ts'
import { imxHeaders } from './fixtures/imx-headers.ts'
import { headerOf, sendRaw } from './fixtures/raw.ts'
import { startRecordingUpstream } from './fixtures/recording-upstream.ts'
import { startScriptDesk } from './fixtures/script-desk.ts'

/** PROXY_INTERVAL_SECONDS as it is unless somebody sets it. */
const INTERVAL_SECONDS = 2
const LOOP_MS = 3_000
const LIST = '/v1/metadata-refreshes'

let upstream: Awaited<ReturnType<typeof startRecordingUpstream>>
let script: Awaited<ReturnType<typeof startScriptDesk>>
let said = 0

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(240_000)
  upstream = await startRecordingUpstream()
  const request = await playwright.request.newContext()
  script = await startScriptDesk(request, `${upstream.url}/imx`)
  await request.dispose()
})
test.afterAll(async () => {
  await script?.desk.remove()
  await upstream?.stop()
})
test.beforeEach(() => {
  // Each answer is told apart from the one before.
  upstream.answerWith(({ method }) => {
    said += 1
    const listed = { result: [], cursor: '', remaining: 0, said }
    return method === 'POST'
      ? { status: 400, body: '{"code":"bad_request"}' }
      : { body: JSON.stringify(listed) }
  })
  upstream.take()
})

const read = (target: string, headers: Record<string, string> = {}) =>
  sendRaw(script.base, { target, headers: { authorization: script.authorization, ...headers } })
const numberOf = (answer: { body: Buffer }): number => JSON.parse(answer.body.toString()).said

/** Asks in a tight loop; returns how often. */
async function poll(ask: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + LOOP_MS
  let polls = 0
  for (; performance.now() < until; polls++) await ask()
  return polls
}

/** One at the start, one for each interval that passed, and one for a loop that ran over its end. */
const MOST_CALLS = Math.ceil(LOOP_MS / 1_000 / INTERVAL_SECONDS) + 1

for (const [title, target, isSigned] of [
  ['open', '/v1/assets?page_size=5', false],
  ['signed', `${LIST}/21566bcb-4263-48bb-a495-602ba9a12f2c`, true],
] as const) {
  test(`a tight loop of ${title} polls costs the network one call per interval, and each says how old it is`, async () => {
    const headers = isSigned ? await imxHeaders(privateKeyToAccount(generatePrivateKey())) : {}
    const heard: { number: number; age: string | null }[] = []
    const polls = await poll(async () => {
      const answer = await read(target, headers)
      heard.push({ number: numberOf(answer), age: headerOf(answer, 'age') })
    })
    const calls = upstream.take()
    expect(polls).toBeGreaterThan(10 * calls.length)
    // A first signature teaches the desk at which ages the network takes it: a call more for each second it grows older.
    expect(calls.length).toBeLessThanOrEqual(MOST_CALLS + (isSigned ? LOOP_MS / 1_000 : 0))
    expect(calls.length).toBeGreaterThanOrEqual(2)
    expect(heard.filter(({ age }) => age === null)).toHaveLength(calls.length)
    for (const { age } of heard) expect(['0', '1', null]).toContain(age)
    for (const number of new Set(heard.map((one) => one.number))) {
      const ages = heard.flatMap((one) =>
        one.number === number && one.age !== null ? [Number(one.age)] : [],
      )
      expect(ages, 'an answer only grows older').toEqual(ages.toSorted((a, b) => a - b))
    }
  })
}

test('an SDK that signs each poll anew costs no more', async () => {
  const client = sdkClient(`${script.desk.url}/api/imx`, { Authorization: script.authorization })
  const owner = sdkSigner(generatePrivateKey())
  const polls = await poll(() => client.listMetadataRefreshes(owner))
  const calls = upstream.take()
  expect(polls).toBeGreaterThan(3 * calls.length)
  expect(calls.length).toBeLessThanOrEqual(MOST_CALLS + LOOP_MS / 1_000)
  const signatures = calls.map(({ headers }) => headers.find(([name]) => name === 'x-imx-eth-timestamp')?.[1])
  expect(new Set(signatures).size, 'each was signed at another time').toBeGreaterThan(1)
})

test('after a submission the owner’s next list is fresh at once', async () => {
  const headers = await imxHeaders(privateKeyToAccount(generatePrivateKey()))
  const list = () => read(LIST, headers)
  // Until the answer surely comes from those that are shared.
  await expect.poll(async () => headerOf(await list(), 'age')).not.toBe(null)
  const before = await list()
  await sendRaw(script.base, {
    method: 'POST',
    target: LIST,
    headers: { authorization: script.authorization, 'content-type': 'application/json', ...headers },
    body: '{"token_ids":[]}',
  })
  const after = await list()
  expect(headerOf(after, 'age')).toBe(null)
  expect(numberOf(after)).toBeGreaterThan(numberOf(before))
})

test('fifty who ask the same at once cost one call and hear the same', async () => {
  const heard = await Promise.all(Array.from({ length: 50 }, () => read('/v1/collections?at=once')))
  expect(new Set(heard.map(({ body }) => body.toString())).size).toBe(1)
  expect(heard.map(({ status }) => status)).toEqual(Array(50).fill(200))
  expect(upstream.take()).toHaveLength(1)
})
