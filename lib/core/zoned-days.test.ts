import { expect, test } from 'vitest'
import { dayStarts } from './zoned-days.ts'

const starts = (now: string, zone: string, count = 3) =>
  dayStarts(new Date(now), zone, count).map((day) => day.toISOString().slice(0, 16))

test('default: days begin at midnight of the zone, today last', () => {
  expect(starts('2026-11-30T10:14:00Z', 'UTC')).toEqual([
    '2026-11-28T00:00',
    '2026-11-29T00:00',
    '2026-11-30T00:00',
  ])
  expect(starts('2026-11-30T23:30:00Z', 'Asia/Tokyo', 1)).toEqual(['2026-11-30T15:00'])
  expect(starts('2026-11-30T23:30:00Z', 'America/New_York', 1)).toEqual(['2026-11-30T05:00'])
})

test('behavior: when clocks are changed a day has 25 or 23 hours', () => {
  expect(starts('2026-10-26T12:00:00Z', 'Europe/Berlin')).toEqual([
    '2026-10-23T22:00',
    '2026-10-24T22:00',
    '2026-10-25T23:00',
  ])
  expect(starts('2026-03-30T12:00:00Z', 'Europe/Berlin', 2)).toEqual(['2026-03-28T23:00', '2026-03-29T22:00'])
})

test('boundary: zones at both ends, zones of half an hour, and a day without a midnight', () => {
  expect(starts('2026-11-30T10:30:00Z', 'Pacific/Kiritimati', 1)).toEqual(['2026-11-30T10:00'])
  expect(starts('2026-11-30T10:30:00Z', 'Etc/GMT+12', 1)).toEqual(['2026-11-29T12:00'])
  expect(starts('2026-11-30T10:30:00Z', 'Asia/Kolkata', 1)).toEqual(['2026-11-29T18:30'])
  expect(starts('2026-09-06T12:00:00Z', 'America/Santiago', 2)).toEqual([
    '2026-09-05T04:00',
    '2026-09-06T04:00',
  ])
})
