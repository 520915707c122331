import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  Cursor,
  LenientCount,
  LenientId,
  LenientList,
  LenientText,
  LenientTime,
  LenientTokenId,
  LenientUrl,
  lenientText,
} from './lenient.ts'

test('default: text and counts pass', () => {
  expect(LenientText.parse('Kestrel Relics')).toBe('Kestrel Relics')
  expect([LenientCount.parse(404), LenientCount.parse('404'), LenientCount.parse(undefined)]).toEqual([
    404,
    404,
    null,
  ])
})

test('behavior: what no column of a database could hold becomes something it can', () => {
  expect(LenientText.parse('a\0b\ud800')).toBe('a\uFFFDb\uFFFD')
  expect(lenientText(3).parse('ab\u{1f98a}')).toBe('ab\uFFFD')
  for (const count of [9_000_000_000, -1, 1.5, '1.5', '999999999999', Number.NaN, true, []]) {
    expect(LenientCount.parse(count)).toBeNull()
  }
  expect(LenientUrl.parse(`data:${'x'.repeat(300_000)}`)).toBeNull()
})

test('behavior: times are of the years 1 to 9999, or none', () => {
  expect(LenientTime.parse('2022-10-20T04:17:51.351675Z')).toBe('2022-10-20T04:17:51.351Z')
  expect(LenientTime.parse('0001-01-01T00:00:01Z')).toBe('0001-01-01T00:00:01.000Z')
  const none = [
    '+010000-01-01T00:00:00Z',
    '-000200-01-01T00:00:00Z',
    '0000-12-31T23:59:59Z',
    // What programs write for a time that they do not have.
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000Z',
    'step 7',
    '7',
    7,
    null,
  ]
  for (const text of none) expect(LenientTime.parse(text)).toBeNull()
})

test('behavior: an id goes back as it came, so one that something on the way would change is none', () => {
  const usual = '21566bcb-4263-48bb-a495-602ba9a12f2c'
  expect(LenientId.parse(usual)).toBe(usual)
  for (const id of ['', 'a\0b', 'a\ud800', 'a b', '..', '.', 'a\nb', 'x'.repeat(201), 7, null, undefined]) {
    expect(LenientId.parse(id)).toBeNull()
  }
  expect(Cursor.safeParse('eyJpZCI6MX0').success).toBe(true)
  for (const cursor of ['', 'a\0b', 'x'.repeat(5_000)]) expect(Cursor.safeParse(cursor).success).toBe(false)
})

test('behavior: one item that cannot be read costs no other', () => {
  const ids = LenientList(z.object({ id: LenientTokenId }))
  const list = [{ id: '7' }, { id: 8 }, { id: 'abc' }, { id: '-1' }, { id: '007' }, { id: 1e21 }, null, 5]
  expect(ids.parse(list)).toEqual({ items: [{ id: '7' }, { id: '8' }], unreadable: 6 })
  expect(ids.parse(null)).toEqual({ items: [], unreadable: 0 })
  expect(ids.safeParse({ 0: { id: '7' } }).success).toBe(false)
})
