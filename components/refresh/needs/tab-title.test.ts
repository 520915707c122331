import { expect, test } from 'vitest'
import { tabTitle } from './tab-title.ts'

test('default: what needs this member stands in front of the title', () => {
  expect(tabTitle('Home · Refresh Desk', 1)).toBe('1 needs you · Home · Refresh Desk')
  expect(tabTitle('54% R-0171 Reveal · Refresh Desk', 12)).toBe(
    '12 need you · 54% R-0171 Reveal · Refresh Desk',
  )
})

test('behavior: another count replaces the one before, and none takes it away', () => {
  const one = tabTitle('Team · Refresh Desk', 1)
  expect(tabTitle(one, 1)).toBe(one)
  expect(tabTitle(one, 2)).toBe('2 need you · Team · Refresh Desk')
  expect(tabTitle(one, 0)).toBe('Team · Refresh Desk')
})

test('boundary: a note that reads like it keeps its words', () => {
  expect(tabTitle('R-0001 2 need you · Refresh Desk', 0)).toBe('R-0001 2 need you · Refresh Desk')
})
