import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'
import { RefreshCursor } from './cursor-schema.ts'
import { isHistoryCursor } from './is-history-cursor.ts'

const AT = '2026-11-30T10:20:30.123Z'

test.each([
  { before: [AT, 7] },
  { after: [AT, 0] },
  { before: [AT, 2_147_483_648] },
  { before: [AT, -1] },
  { before: [AT, 1.5] },
  { before: ['today', 7] },
  { before: [AT] },
  { before: [AT, 7, 8] },
  { before: AT },
  { other: [AT, 7] },
])('behavior: pages and the API agree whether %j is a place in the history', (value) => {
  const text = writeCursor(value)
  expect(isHistoryCursor(text)).toBe(readCursor(text, RefreshCursor) !== null)
})

test.each([
  '',
  'nonsense',
  '!',
  btoa('null'),
  btoa('[]'),
  btoa('{}'),
  btoa(JSON.stringify({ before: [AT, 7], after: [AT, 7] })),
])('error: "%s" is none', (text) => {
  expect(isHistoryCursor(text)).toBe(false)
  expect(readCursor(text, RefreshCursor)).toBeNull()
})
