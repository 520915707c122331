import { expect, test } from 'vitest'
import { cutMiddle, shortAddress } from './address.ts'

test('default: an address keeps its ends and its letter case', () => {
  expect(shortAddress('0x7A3c9E1f04B86b2D5cC0aA17E3f6D28b5F4091eF')).toBe('0x7A3c…91eF')
})

test('boundary: a text is cut only where that makes it shorter', () => {
  expect(cutMiddle('abcdefg', 4, 2)).toBe('abcdefg')
  expect(cutMiddle('abcdefgh', 4, 2)).toBe('abcd…gh')
})
