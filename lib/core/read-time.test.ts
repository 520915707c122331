import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { readTime, writeTime } from './read-time.ts'

test('default: a time of the years 1 to 9999 is read, wherever the desk runs', () => {
  const noon = '2026-11-24T12:00:00.000Z'
  vi.stubEnv('TZ', 'Pacific/Auckland')
  expect(new Date('2026-11-24T12:00:00').getTime()).not.toBe(Date.parse(noon))
  const same = [
    noon,
    '2026-11-24T12:00:00',
    '2026-11-24 12:00:00',
    '2026-11-24T14:00+02:00',
    '2026-11-24T12:00:00.0009Z',
  ]
  for (const text of same) expect(readTime(text)?.toISOString(), text).toBe(noon)
  expect(readTime('2026-11-24')?.toISOString()).toBe('2026-11-24T00:00:00.000Z')
  vi.unstubAllEnvs()
})

test('error: what is no time, or one that not every column and page can hold, is none', () => {
  const none = [
    '',
    'soon',
    'step 7',
    '7',
    '2026',
    '+010000-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '-000200-01-01T00:00:00Z',
    '2026-13-01',
    null,
  ]
  for (const text of none) expect(readTime(text), String(text)).toBeNull()
})

test('behavior: what is written is read as it was, and whatever a row holds can be written', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: false }), (time) => {
      const text = writeTime(time)
      const again = readTime(text)
      expect(again && writeTime(again)).toBe(text)
      expect(text).toMatch(/^\d{4}-/)
    }),
  )
})
