import { expect, test } from 'vitest'
import { isStalled } from './is-stalled.ts'

const now = new Date('2026-11-24T15:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const accepted = { state: 'sent', stage: 'queued', acceptedAt: ago(48) } as const

test('default: what the network accepted 48 hours ago has stalled', () => {
  expect(isStalled(accepted, now)).toBe(true)
  expect(isStalled({ ...accepted, acceptedAt: ago(47.9) }, now)).toBe(false)
})

test('boundary: what is over, lost, or of which nothing was heard has not', () => {
  expect(isStalled({ ...accepted, state: 'finished' }, now)).toBe(false)
  expect(isStalled({ ...accepted, state: 'lost' }, now)).toBe(false)
  expect(isStalled({ ...accepted, stage: null }, now)).toBe(false)
  expect(isStalled({ ...accepted, acceptedAt: null }, now)).toBe(false)
})
