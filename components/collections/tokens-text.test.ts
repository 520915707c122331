import { expect, test } from 'vitest'
import { tokensText } from './tokens-text.ts'

test('default: a total, a count so far, and none', () => {
  expect(tokensText({ count: 10_000, isComplete: true })).toBe('10,000')
  expect(tokensText({ count: 0, isComplete: true })).toBe('0')
  expect(tokensText({ count: 1_200, isComplete: false })).toBe('1,200 so far')
  expect(tokensText({ count: 0, isComplete: false })).toBe('not counted yet')
  expect(tokensText(null)).toBe('not counted yet')
})
