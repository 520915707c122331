import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

/** When each of the callers, asking at the given times, may start. */
async function startsOf(requestsPerSecond: number, asked: number[]): Promise<number[]> {
  let now = 0
  let waited = 0
  const clock = {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms: number) => {
      waited = ms
    },
  }
  const limit = createLimiter(requestsPerSecond, clock)
  const starts: number[] = []
  for (const at of asked) {
    now = at
    waited = 0
    await limit()
    starts.push(at + waited)
  }
  return starts
}

test('default: no second ever sees more starts than allowed, and nobody is overtaken', async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), gaps, async (rate, pauses) => {
      let at = 0
      const asked = pauses.map((pause) => {
        at += pause
        return at
      })
      const starts = await startsOf(rate, asked)
      for (const [index, start] of starts.entries()) {
        expect(start).toBeGreaterThanOrEqual(asked[index] ?? 0)
        expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
        const beforeWindow = starts[index - rate]
        if (beforeWindow !== undefined) expect(start - beforeWindow).toBeGreaterThan(1_000)
      }
    }),
  )
})

test('behavior: a quiet network is asked at once, 0 means no limit, a fraction drips', async () => {
  expect(await startsOf(3, [0, 0, 0, 5_000])).toEqual([0, 0, 0, 5_000])
  expect(await startsOf(0, [0, 0, 0])).toEqual([0, 0, 0])
  expect(await startsOf(0.5, [0, 0])).toEqual([0, 2_100])
})

test('behavior: who wakes up too late for its start takes a new one, which the next one keeps away from', async () => {
  let now = 0
  const starts: number[] = []
  // Frozen for ten seconds during the first wait.
  const sleep = async (ms: number) => {
    now += now === 0 ? 10_000 : ms
  }
  const limit = createLimiter(1, { now: () => now, monotonic: () => now, sleep })
  for (let n = 0; n < 4; n++) {
    await limit()
    starts.push(now)
  }
  expect(starts).toEqual([0, 10_000, 11_050, 12_100])
})
