import { expect, test } from 'vitest'
import { readPlace, writePlace } from './collection-pages.ts'

const read = (text: string) => readPlace(new URLSearchParams(text))

test('default: a page and a text are read from the address and written back', () => {
  expect(read('')).toMatchObject({ owner: 'team', q: '', page: 1 })
  expect(writePlace(read(''))).toBe('/collections')
  expect(writePlace(read('q=50%25+relics&page=3'))).toBe('/collections?q=50%25+relics&page=3')
})

test.each(['0', '-1', '1.5', 'two', '1e9', ''])('boundary: page %j is the first one', (page) => {
  expect(read(`page=${page}`).page).toBe(1)
})

test('boundary: a text is no longer than what the API takes', () => {
  expect(read(`q=${'x'.repeat(300)}`).q).toHaveLength(100)
})
