import { expect, test } from 'vitest'
import { outcomeText } from './outcome-text.ts'

const none = { total: 0, succeeded: 0, failed: 0, pending: 0, unknown: 0, cancelled: 0 }

test.each([
  [{ ...none, total: 60, unknown: 60 }, '60 unknown'],
  [{ ...none, total: 60, succeeded: 47, failed: 13 }, '47 succeeded, 13 failed'],
  [{ ...none, total: 2_000, cancelled: 1_000, succeeded: 1_000 }, '1,000 succeeded, 1,000 cancelled'],
  [{ ...none, total: 5, pending: 5 }, '5 pending'],
  [none, 'no tokens yet'],
])('default: %j is told as "%s"', (progress, words) => {
  expect(outcomeText(progress)).toBe(words)
})
