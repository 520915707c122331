import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('default: a text and its bytes say the same', () => {
  expect(parseJson('{"a":"é"}')).toEqual({ a: 'é' })
  expect(parseJson(bytes('{"a":"é"}'))).toEqual({ a: 'é' })
  expect(parseJson('7', String)).toBe('7')
})

test('error: what is no JSON, or no UTF-8, is undefined', () => {
  expect(parseJson('{')).toBeUndefined()
  expect(parseJson(bytes(''))).toBeUndefined()
  expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
})
