import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatDate, parseDate } from './day.ts'

const now = new Date(2026, 10, 24, 15, 30)
const read = (text: string) => {
  const day = parseDate(text, now)
  return day && [day.getFullYear(), day.getMonth() + 1, day.getDate(), day.getHours()]
}

test.each([
  '30 Nov 2026',
  '30 november 2026',
  ' 30. Nov 2026 ',
  '30 Nov',
  'Nov 30, 2026',
  '2026-11-30',
  '30.11.2026',
])('default: %s is the last of November', (text) => expect(read(text)).toEqual([2026, 11, 30, 0]))

test.each([
  '',
  '31 Nov 2026',
  '29 Feb 2026',
  '11/12/2026',
  '30 Foo 2026',
  '2026-13-01',
  '0 Nov 2026',
  '1 Jan 0000',
  'tomorrow',
])('error: %s names no day', (text) => expect(read(text)).toBeNull())

test('behavior: what is shown can be written, for every day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), (days) => {
      const day = addDays(new Date(1000, 0, 1), days)
      expect(parseDate(formatDate(day), now)).toEqual(day)
    }),
  )
})
