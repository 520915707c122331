import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isExactNumber, parseExact } from './exact-json.ts'

test.each([
  '12345678901234567890',
  '-9007199254740993',
  '0.12345678901234567891',
  '1e400',
  '123456789012345678901234567890.5e-10',
])('default: %s keeps its digits', (number) => {
  const text = `{"seed":${number},"list":[${number}]}`
  const value = parseExact(text)
  expect(JSON.stringify(value)).toBe(text)
  expect(isExactNumber((value as { seed: unknown }).seed)).toBe(true)
})

test('behavior: what fits stays a number, however it is written', () => {
  const text =
    '[1, 1.0, 10e-1, 0.1, 1e21, 9007199254740992, 100000000000000000000, 0.0000000000000000001, -0.0, 1.5e300]'
  expect((parseExact(text) as unknown[]).every((value) => typeof value === 'number')).toBe(true)
})

test('behavior: keys of JavaScript are data', () => {
  const value = parseExact('{"__proto__":{"a":12345678901234567890},"constructor":1}')
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
  expect((value as { isAdmin?: unknown }).isAdmin).toBeUndefined()
})

test('behavior: whatever JSON there is reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseExact(text)).toEqual(JSON.parse(text))
    }),
  )
  expect(() => parseExact('{"a":12345678901234567890,}')).toThrow(SyntaxError)
})

test('behavior: a number of any length is read in no time to speak of', () => {
  const text = `{"seed":1${'0'.repeat(2_000_000)}1}`
  expect(JSON.stringify(parseExact(text))).toBe(text)
})
