import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs } from '../../core/backoff.ts'
import { allowance } from '../batches/allowance.ts'
import { finalProgress, mergeProgress } from '../batches/merge-progress.ts'

const now = new Date('2026-11-24T14:26:00Z')
const quota = (remaining: number, minutes = 30) => ({
  limit: 20,
  remaining,
  resetsAt: new Date(now.getTime() + minutes * 60_000),
  seenAt: now,
})

test('behavior: progress never goes backwards and never exceeds the total', () => {
  const count = fc.nat(100)
  const reports = fc.array(fc.record({ succeeded: count, failed: count }))
  fc.assert(
    fc.property(reports, fc.integer({ min: 1, max: 80 }), (all, total) => {
      let known = { succeeded: 0, failed: 0 }
      for (const report of all) {
        const next = mergeProgress(known, report, total)
        expect(next.succeeded).toBeGreaterThanOrEqual(known.succeeded)
        expect(next.failed).toBeGreaterThanOrEqual(known.failed)
        expect(next.succeeded + next.failed).toBeLessThanOrEqual(total)
        known = next
      }
      const last = finalProgress({ succeeded: total, failed: total }, 0, total)
      expect(last).toEqual({ succeeded: total, failed: 0 })
    }),
  )
})

test('behavior: the last word never exceeds the total, and who is named as failed has failed', () => {
  const count = fc.nat(100)
  fc.assert(
    fc.property(count, count, count, fc.integer({ min: 1, max: 80 }), (succeeded, failed, named, total) => {
      const last = finalProgress({ succeeded, failed }, named, total)
      expect(last.succeeded + last.failed).toBeLessThanOrEqual(total)
      expect(last.failed).toBeGreaterThanOrEqual(Math.min(named, total))
      expect(last.succeeded).toBeGreaterThanOrEqual(0)
      if (succeeded + failed <= total && named <= failed) expect(last).toEqual({ succeeded, failed })
    }),
  )
})

test('behavior: headers of an hour that is over say nothing', () => {
  expect(allowance(quota(0, -1), 0, now)).toBeNull()
  expect(allowance(quota(3), 5, now)).toBe(0)
})

test('default: backing off doubles up to five minutes', () => {
  expect([1, 2, 3, 100].map(backoffMs)).toEqual([2_000, 4_000, 8_000, 300_000])
})
