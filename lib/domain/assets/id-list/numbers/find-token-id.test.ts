import { expect, test } from 'vitest'
import { findTokenId } from './find-token-id.ts'

test('default: an id is found as it is copied from pages, sheets and chats', () => {
  for (const text of ['17', '#17', ' 17\u200b', '\u2060#17', '"17"', '１７'])
    expect(findTokenId(text)).toBe('17')
  const rounded = `57896044618658100${'0'.repeat(60)}`
  expect(findTokenId(rounded)).toBe(rounded)
})

test('error: what is not one id, or not surely, is none', () => {
  for (const text of ['', '17 23', '1-3', '1,017', '007', 'R-0142', '5.789E+76'])
    expect(findTokenId(text)).toBeNull()
})
