import { expect, test } from 'vitest'
import { RawHeaders } from './raw-headers.ts'

const raw = ['Date', 'now', 'X-A', '1', 'x-a', 'é', 'X-Empty', '']

test('default: one reads them as `Headers`, whatever case they came in', () => {
  const headers = new RawHeaders(raw)
  expect([headers.get('date'), headers.get('x-a'), headers.get('x-empty'), headers.get('x-b')]).toEqual([
    'now',
    '1, é',
    '',
    null,
  ])
  expect([headers.has('x-empty'), headers.has('x-b')]).toEqual([true, false])
})

test('behavior: they are listed as they came', () => {
  expect([...new RawHeaders(raw)].flat()).toEqual(raw)
})
