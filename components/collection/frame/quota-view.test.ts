import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { viewQuota } from './quota-view.ts'

const now = new Date('2026-11-24T14:26:08.000Z')
const quota = {
  limit: 20,
  remaining: 7,
  resetsAt: '2026-11-24T15:00:00.000Z',
  seenAt: '2026-11-24T14:20:00.000Z',
}

describe('quota of a plan', () => {
  test('default: what fits is sent now, the rest after the reset', () => {
    expect(viewQuota(quota, 10, now)).toMatchObject({ isKnown: true, used: 13, mine: 7, later: 3, left: 0 })
    expect(viewQuota(quota, 1, now)).toMatchObject({ used: 13, mine: 1, later: 0, left: 6 })
  })

  test('behavior: headers of an hour gone by, or none, are not known yet', () => {
    expect(viewQuota(quota, 1, new Date(quota.resetsAt))).toEqual({ isKnown: false, limit: 20 })
    expect(viewQuota({ limit: null, remaining: null, resetsAt: null, seenAt: null }, 1, now)).toEqual({
      isKnown: false,
      limit: null,
    })
  })

  test('property: the slots add up to the limit, whatever the network says', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: -5, max: 80 }), fc.nat(50), (limit, remaining, requests) => {
        const view = viewQuota({ ...quota, limit, remaining }, requests, now)
        if (!view.isKnown) throw new Error('known headers')
        expect(view.used + view.mine + view.left).toBe(limit)
        expect(view.mine + view.later).toBe(requests)
        expect(Math.min(view.used, view.mine, view.later, view.left)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
