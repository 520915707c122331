import { expect, test } from 'vitest'
import { isHeldBack } from './hold-back.ts'

const lost = (tokenCount: number, wasSearched: boolean) => ({ tokenCount, wasSearched })

test('default: a batch as large as a lost one waits for the first complete search', () => {
  expect(isHeldBack(1_000, [])).toBe(false)
  expect(isHeldBack(1_000, [lost(1_000, false)])).toBe(true)
  expect(isHeldBack(1_000, [lost(1_000, true)])).toBe(false)
})

test('behavior: a batch of another size goes at once', () => {
  expect(isHeldBack(999, [lost(1_000, false)])).toBe(false)
})

test('boundary: two lost ones of whatever size hold everything back, searched for or not', () => {
  expect(isHeldBack(5, [lost(1_000, true), lost(999, true)])).toBe(true)
  expect(isHeldBack(1_000, [lost(1_000, true), lost(1_000, true)])).toBe(true)
})
