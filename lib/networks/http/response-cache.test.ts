import { expect, test } from 'vitest'
import { createResponseCache } from './response-cache.ts'
import { createSignatureWindow, signatureAge } from './signature-window.ts'

function arrange() {
  let now = 1_000
  let asked = 0
  const answers = createResponseCache<{ status: number; body: Uint8Array; number: number }>({
    monotonic: () => now,
  })
  const next = (status = 200, bytes = 1) => {
    asked += 1
    return { status, body: new Uint8Array(bytes), number: asked }
  }
  const read = async (status = 200, { owner = 'a', key = 'k', ttlMs = 2_000, bytes = 1 } = {}) => {
    const { answer, ageMs } = await answers.read({ owner, key, ttlMs }, async () => ({
      answer: next(status, bytes),
      isForOthers: true,
    }))
    return { number: answer.number, ageMs }
  }
  return { answers, read, next, pass: (ms: number) => (now += ms), asked: () => asked }
}

test('default: within the interval everybody hears the first answer, with its age', async () => {
  const { read, pass } = arrange()
  expect(await read()).toEqual({ number: 1, ageMs: null })
  pass(1_999)
  expect(await read()).toEqual({ number: 1, ageMs: 1_999 })
  pass(1)
  expect(await read()).toEqual({ number: 2, ageMs: null })
})

test('default: who asks while somebody is asking waits for that answer', async () => {
  const { answers, next, asked } = arrange()
  const said = Promise.withResolvers<ReturnType<typeof next>>()
  const slow = async () => ({ answer: await said.promise, isForOthers: true })
  const all = [1, 2, 3].map(() => answers.read({ owner: '', key: 'k', ttlMs: 0 }, slow))
  said.resolve(next())
  const heard = await Promise.all(all)
  expect(heard.map(({ answer, ageMs }) => [answer.number, ageMs])).toEqual([
    [1, null],
    [1, 0],
    [1, 0],
  ])
  expect(asked()).toBe(1)
})

test('behavior: who waited together also hears together that it failed, unless it was about who asked', async () => {
  const { answers, next, asked } = arrange()
  const askTogether = async (ask: () => Promise<{ answer: ReturnType<typeof next>; isForOthers: true }>) => {
    const question = { owner: '', key: 'k', ttlMs: 2_000 }
    const heard = await Promise.allSettled([1, 2, 3].map(() => answers.read(question, ask)))
    return heard.map((one) => (one.status === 'fulfilled' ? one.value.answer.status : String(one.reason)))
  }
  expect(await askTogether(async () => ({ answer: next(503), isForOthers: true }))).toEqual([503, 503, 503])
  expect(asked()).toBe(1)
  expect(
    await askTogether(async () => {
      next()
      throw new Error('silence')
    }),
  ).toEqual(Array(3).fill('Error: silence'))
  expect(asked()).toBe(2)
  expect(await askTogether(async () => ({ answer: next(401), isForOthers: true }))).toEqual([401, 401, 401])
  expect(await askTogether(async () => ({ answer: next(431), isForOthers: true }))).toEqual([431, 431, 431])
  expect(asked()).toBe(8)
})

test('behavior: nobody hears an older answer after a newer one, whoever asked for it and whichever came first', async () => {
  const { answers, next, pass } = arrange()
  const question = { owner: 'a', key: 'k', ttlMs: 2_000 }
  const owner = { isOwner: async () => true, canShare: async () => true }
  const withOldSignature = { isOwner: async () => true, canShare: async () => false }
  const asking = (said: Promise<ReturnType<typeof next>>) => async () => ({
    answer: await said,
    isForOthers: true,
  })
  const early = Promise.withResolvers<ReturnType<typeof next>>()
  const first = answers.read(question, asking(early.promise), owner)
  await new Promise(setImmediate)
  pass(10)
  const late = next()
  const own = await answers.read(question, asking(Promise.resolve(late)), withOldSignature)
  expect(own).toEqual({ answer: late, ageMs: null })
  early.resolve(next())
  await first
  pass(10)
  const heard = await answers.read(question, asking(Promise.resolve(next())), owner)
  expect(heard).toEqual({ answer: late, ageMs: 10 })
})

test('behavior: what grows too old while somebody is being checked is not told', async () => {
  const { answers, read, next, pass } = arrange()
  await read()
  pass(1_999)
  const slow = {
    isOwner: async () => true,
    canShare: async () => {
      pass(1)
      return true
    },
  }
  const ask = async () => ({ answer: next(), isForOthers: true })
  const { answer, ageMs } = await answers.read({ owner: 'a', key: 'k', ttlMs: 2_000 }, ask, slow)
  expect([answer.number, ageMs]).toEqual([2, null])
})

test('behavior: other owners, other questions, failures and no interval share nothing', async () => {
  const { read } = arrange()
  await read()
  expect((await read(200, { owner: 'b' })).number).toBe(2)
  expect((await read(200, { key: 'other' })).number).toBe(3)
  for (const status of [201, 401, 403, 500]) {
    expect((await read(status, { key: String(status) })).ageMs).toBe(null)
    expect((await read(status, { key: String(status) })).ageMs).toBe(null)
  }
  await read(200, { key: 'off', ttlMs: 0 })
  expect((await read(200, { key: 'off', ttlMs: 0 })).ageMs).toBe(null)
})

test('behavior: after a change of its own an owner hears nothing older, not even what was on its way', async () => {
  const { answers, read, next } = arrange()
  await read()
  answers.forget('a')
  expect((await read()).ageMs).toBe(null)
  const said = Promise.withResolvers<ReturnType<typeof next>>()
  const before = answers.read({ owner: 'a', key: 'slow', ttlMs: 9 }, async () => ({
    answer: await said.promise,
    isForOthers: true,
  }))
  answers.forget('a')
  expect((await read(200, { key: 'slow' })).ageMs).toBe(null)
  said.resolve(next())
  await before
  expect((await read(200, { key: 'slow' })).number).not.toBe((await before).answer.number)
})

test('error: who may not hear asks alone, and what is not for others is kept for nobody', async () => {
  const { answers, read, next, asked } = arrange()
  await read()
  const question = { owner: 'a', key: 'k', ttlMs: 2_000 }
  const ask = async () => ({ answer: next(), isForOthers: false })
  const stranger = { isOwner: async () => false, canShare: async () => false }
  expect((await answers.read(question, ask, stranger)).ageMs).toBe(null)
  expect(await read()).toEqual({ number: 1, ageMs: 0 })
  const secret = { ...question, key: 'secret' }
  const askInSecret = async () => ({ answer: next(), isForOthers: false })
  const askForAll = async () => ({ answer: next(), isForOthers: true })
  const both = await Promise.all([answers.read(secret, askInSecret), answers.read(secret, askForAll)])
  expect(both.map(({ ageMs }) => ageMs)).toEqual([null, null])
  expect(asked()).toBe(4)
})

test('error: nobody waits for what a stranger asks', async () => {
  const { answers, next } = arrange()
  const question = { owner: 'a', key: 'k', ttlMs: 2_000 }
  const never = () => new Promise<never>(() => {})
  void answers.read(question, never, { isOwner: async () => false, canShare: async () => false })
  await new Promise(setImmediate)
  const owner = { isOwner: async () => true, canShare: async () => true }
  const ask = async () => ({ answer: next(404), isForOthers: true })
  expect((await answers.read(question, ask, owner)).answer.number).toBe(1)
  expect((await answers.read(question, ask, owner)).answer).toMatchObject({ number: 1, status: 404 })
})

test('behavior: what is kept is bounded, and the oldest goes first', async () => {
  const { read } = arrange()
  const bytes = 9 * 1024 * 1024
  for (const key of ['1', '2', '3', '4']) await read(200, { key, bytes })
  expect((await read(200, { key: '4', bytes })).ageMs).toBe(0)
  expect((await read(200, { key: '1', bytes })).ageMs).toBe(null)
})

test('default: only ages that the network was seen to accept are known, and a refusal takes them back', () => {
  const window = createSignatureWindow()
  expect(window.isAccepted(0)).toBe(false)
  window.note(0, true)
  window.note(120, true)
  expect([-1, 0, 60, 120, 121].map(window.isAccepted)).toEqual([false, true, true, true, false])
  window.note(60, false)
  expect([0, 59, 60].map(window.isAccepted)).toEqual([true, true, false])
  window.note(-30, true)
  window.note(-20, false)
  expect([-20, -19, 0].map(window.isAccepted)).toEqual([false, true, true])
  expect(signatureAge('1795338277', new Date(1_795_338_280_900))).toBe(3)
})
