import { expect, test } from 'vitest'
import { parseExact } from '../networks/origin/json/exact-json.ts'
import { keepSame } from './keep-same.ts'

test('default: the old data stays while nothing changed, and what changed comes whole', () => {
  const text = '{"metadata":{"__proto__":1,"seed":12345678901234567890}}'
  const old = parseExact(text)
  expect(keepSame(old, parseExact(text))).toBe(old)
  const changed = text.replace('1,', '2,')
  expect(JSON.stringify(keepSame(old, parseExact(changed)))).toBe(changed)
})
