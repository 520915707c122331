import { expect, test } from 'vitest'
import { finishText } from './finish.ts'
import { formatClock, formatDay, formatMoment, formatRelative } from './time.ts'
import { dayNumber } from './zone.ts'

const late = '2026-11-24T23:30:00.000Z'

test('default: a time is the hour of the zone that is given', () => {
  expect([formatClock(late, 'UTC'), formatClock(late, 'Asia/Tokyo')]).toEqual(['23:30', '08:30'])
  expect(formatMoment(late, 'America/New_York')).toBe('24 Nov 2026, 18:30:00')
})

test('behavior: a day begins at the midnight of the zone', () => {
  const now = new Date('2026-11-25T00:30:00.000Z')
  expect([formatDay(late, now, 'UTC'), formatDay(late, now, 'Europe/Berlin')]).toEqual(['Yesterday', 'Today'])
  expect(dayNumber(new Date(late), 'Asia/Tokyo') - dayNumber(new Date(late), 'UTC')).toBe(1)
  expect(finishText({ from: late, to: now.toISOString() }, new Date(late), 'UTC').value).toMatch(/^by 25 Nov/)
  expect(finishText({ from: late, to: now.toISOString() }, new Date(late), 'Asia/Tokyo').value).toBe(
    '08:30 to 09:30',
  )
})

test('behavior: a year is the one of the zone', () => {
  const now = new Date('2027-01-10T12:00:00.000Z')
  const newYear = '2026-12-31T23:30:00.000Z'
  expect([formatRelative(newYear, now, 'UTC'), formatRelative(newYear, now, 'Asia/Tokyo')]).toEqual([
    '31 Dec 2026',
    '1 Jan',
  ])
})
