import { expect, test } from 'vitest'
import { defaultSettings } from '../settings.ts'
import { Quotas } from './quotas.ts'

const settings = { ...defaultSettings, quota_limit: 2 }
const HOUR_MS = 3_600_000

test('behavior: the window is the clock hour, and the next one starts full', () => {
  const quotas = new Quotas()
  const late = 100 * HOUR_MS - 1
  quotas.spend(1, settings, late)
  quotas.spend(1, settings, late)
  expect(() => quotas.spend(1, settings, late)).toThrow('Refresh limit exceeded')
  expect(quotas.headers(1, settings, late)['x-imx-refresh-limit-reset']).toBe(String(100 * 3_600))
  quotas.spend(1, settings, 100 * HOUR_MS)
  expect(quotas.headers(1, settings, 100 * HOUR_MS)['x-imx-remaining-refreshes']).toBe('1')
})

test('behavior: after a restart only what was accepted in this window counts', () => {
  const quotas = new Quotas()
  quotas.remember(1, 10 * HOUR_MS - 5, settings, 10 * HOUR_MS + 9)
  quotas.remember(1, 10 * HOUR_MS + 5, settings, 10 * HOUR_MS + 9)
  expect(quotas.headers(1, settings, 10 * HOUR_MS + 9)['x-imx-remaining-refreshes']).toBe('1')
})

test('behavior: a window that somebody wants counts down to its end, and then the regular ones go on', () => {
  const quotas = new Quotas()
  const now = 100 * HOUR_MS
  quotas.spend(1, settings, now)
  quotas.setWindow(1, { limit: 20, remaining: 1, resetsAtMs: now + 9_000 })
  quotas.spend(1, settings, now)
  expect(() => quotas.spend(1, settings, now)).toThrow('Refresh limit exceeded')
  expect(quotas.headers(1, settings, now + 8_999)).toEqual({
    'x-imx-refreshes-limit': '20',
    'x-imx-remaining-refreshes': '0',
    'x-imx-refresh-limit-reset': String(360_009),
  })
  expect(quotas.headers(1, settings, now + 9_000)['x-imx-remaining-refreshes']).toBe('1')
  quotas.setWindow(1, { limit: 20, remaining: 0, resetsAtMs: now + 9_000 })
  quotas.setWindow(1, null)
  quotas.spend(1, settings, now)
})
