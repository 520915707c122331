import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { Recorded } from '../../sandbox/testing/forward.ts'
import { sdkClient, sdkSigner } from '../fixtures/script/core-sdk.ts'
import { imxHeaders } from '../fixtures/script/imx-headers.ts'
import { headerOf, sendRaw } from '../fixtures/script/raw.ts'
import { startRecordedNetwork } from '../fixtures/script/recorded-network.ts'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

/** PROXY_INTERVAL_SECONDS as it is unless somebody sets it. */
const INTERVAL_SECONDS = 2
const LOOP_SECONDS = 3
/** So many polls without a call are enough to tell that they are shared. */
const MANY = 25
const LIST = '/v1/metadata-refreshes'

let upstream: Awaited<ReturnType<typeof startRecordedNetwork>>
let script: Awaited<ReturnType<typeof startScriptDesk>>
let said = 0

test.beforeAll(async ({ playwright }) => {
  upstream = await startRecordedNetwork(privateKeyToAccount(generatePrivateKey()).address)
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

/** Asks in a tight loop for so long, and further until it cost several calls and spared many more, however slow all is. */
async function poll(ask: () => Promise<unknown>, isSeveral = (calls: Recorded[]) => calls.length > 1) {
  const startedAt = performance.now()
  const calls: Recorded[] = []
  for (let polls = 1; ; polls++) {
    await ask()
    calls.push(...upstream.take())
    const seconds = (performance.now() - startedAt) / 1_000
    const isOver = seconds >= LOOP_SECONDS && isSeveral(calls) && polls - calls.length >= MANY
    if (isOver) return { polls, calls, seconds }
  }
}

/** One at the start and one for each interval that passed. */
const mostCalls = (seconds: number) => 1 + Math.floor(seconds / INTERVAL_SECONDS)
/** A signature teaches the desk at which ages, in whole seconds, the network takes it: a call more for each new one. */
const mostAges = (seconds: number) => Math.ceil(seconds) + 2

for (const [title, target, isSigned] of [
  ['open', '/v1/assets?page_size=5', false],
  ['signed', `${LIST}/21566bcb-4263-48bb-a495-602ba9a12f2c`, true],
] as const) {
  test(`a tight loop of ${title} polls costs the network one call per interval, and each says how old it is`, async () => {
    const headers = isSigned ? await imxHeaders(privateKeyToAccount(generatePrivateKey())) : {}
    const heard: { number: number; age: number | null; mostSeconds: number }[] = []
    const { polls, calls, seconds } = await poll(async () => {
      const askedAt = performance.now()
      const answer = await read(target, headers)
      const age = headerOf(answer, 'age')
      // It was young enough when it was looked at, some time between the question and its answer.
      const mostSeconds = INTERVAL_SECONDS + (performance.now() - askedAt) / 1_000
      heard.push({ number: numberOf(answer), age: age === null ? null : Number(age), mostSeconds })
    })
    expect(calls.length).toBeLessThanOrEqual(mostCalls(seconds) + (isSigned ? mostAges(seconds) : 0))
    expect(heard.filter(({ age }) => age === null)).toHaveLength(calls.length)
    expect(heard).toHaveLength(polls)
    for (const { age, mostSeconds } of heard) {
      expect(age ?? 0).toBeGreaterThanOrEqual(0)
      expect(age ?? 0).toBeLessThan(mostSeconds)
    }
    for (const number of new Set(heard.map((one) => one.number))) {
      const ages = heard.flatMap((one) => (one.number === number && one.age !== null ? [one.age] : []))
      expect(ages, 'an answer only grows older').toEqual(ages.toSorted((a, b) => a - b))
    }
  })
}

test('an SDK that signs each poll anew costs no more', async () => {
  const client = sdkClient(`${script.desk.url}/api/imx`, { Authorization: script.authorization })
  const owner = sdkSigner(generatePrivateKey())
  const times = (calls: Recorded[]) =>
    new Set(calls.map(({ headers }) => headers.find(([name]) => name === 'x-imx-eth-timestamp')?.[1]))
  const { calls, seconds } = await poll(
    () => client.listMetadataRefreshes(owner),
    (calls) => times(calls).size > 1,
  )
  expect(calls.length).toBeLessThanOrEqual(mostCalls(seconds) + mostAges(seconds))
})

test('after a submission the owner’s next list is fresh at once', async () => {
  const owner = privateKeyToAccount(generatePrivateKey())
  // Each with a young signature, because an age that the network was not seen to take yet is asked anew.
  const list = async () => read(LIST, await imxHeaders(owner))
  // Until the answer surely comes from those that are shared.
  await expect.poll(async () => headerOf(await list(), 'age'), { intervals: [50] }).not.toBe(null)
  const before = await list()
  await sendRaw(script.base, {
    method: 'POST',
    target: LIST,
    headers: {
      authorization: script.authorization,
      'content-type': 'application/json',
      ...(await imxHeaders(owner)),
    },
    body: '{"token_ids":[]}',
  })
  const after = await list()
  expect(headerOf(after, 'age')).toBe(null)
  expect(numberOf(after)).toBeGreaterThan(numberOf(before))
})

test('fifty who ask the same at once cost one call and hear the same', async () => {
  const startedAt = performance.now()
  const heard = await Promise.all(Array.from({ length: 50 }, () => read('/v1/collections?at=once')))
  const seconds = (performance.now() - startedAt) / 1_000
  expect(heard.map(({ status }) => status)).toEqual(Array(50).fill(200))
  const calls = upstream.take()
  // One, unless they took longer to ask than an answer is shared.
  expect(calls.length).toBeLessThanOrEqual(mostCalls(seconds))
  expect(new Set(heard.map(({ body }) => body.toString())).size).toBe(calls.length)
})
