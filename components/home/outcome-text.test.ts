import { expect, test } from 'vitest'
import { outcomeText } from './outcome-text.ts'

test.each([
  ['failed', { succeeded: 0, failed: 1 }, '1 of 1 token failed', 'failed'],
  ['partly_failed', { succeeded: 47, failed: 13 }, '13 of 60 tokens failed', 'failed'],
  ['partly_failed', { succeeded: 47, failed: 0, unknown: 13 }, '47 of 60 tokens refreshed', 'failed'],
  ['inconclusive', { succeeded: 1, unknown: 19 }, '19 of 20 tokens unknown', 'unknown'],
  ['succeeded', { succeeded: 60 }, '60 tokens refreshed', 'succeeded'],
  ['cancelled', { succeeded: 1, failed: 1, cancelled: 2 }, null, null],
  ['running', { succeeded: 1, pending: 1 }, null, null],
] as const)('a collection tells the outcome of its latest refresh, %s', (state, counts, words, tone) => {
  const none = { succeeded: 0, failed: 0, pending: 0, unknown: 0, cancelled: 0 }
  const total = Object.values<number>(counts).reduce((sum, count) => sum + count, 0)
  const outcome = outcomeText({ state, progress: { ...none, ...counts, total } })
  expect([outcome?.words ?? null, outcome?.tone ?? null]).toEqual([words, tone])
})
