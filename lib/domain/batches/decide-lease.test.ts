import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideLease, type LeaseFacts } from './decide-lease.ts'
import type { WaitReason } from './state.ts'

const now = new Date('2026-11-24T14:26:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

type Planned = {
  id: string
  refreshId: string
  refreshNumber: number
  position: number
  wait: WaitReason | null
  notBefore: Date | null
}
const planned = (position: number, change: Partial<Planned> = {}): Planned => ({
  id: `batch-${position}`,
  refreshId: 'refresh',
  refreshNumber: 1,
  position,
  wait: null,
  notBefore: null,
  ...change,
})
const quota = (remaining: number) => ({ limit: 20, remaining, resetsAt: inMinutes(34), seenAt: now })

const plain: LeaseFacts<Planned> = {
  sending: 0,
  isHeldBack: false,
  planned: [planned(1), planned(2)],
  quota: null,
  spent: 0,
}
const decide = (change: Partial<LeaseFacts<Planned>> = {}) =>
  decideLease('batch-1', { ...plain, ...change }, now)

test('default: with nothing in the way it may go out', () => {
  expect(decide()).toEqual({ to: 'lease', released: [] })
  expect(decide({ quota: quota(3), spent: 2 })).toEqual({ to: 'lease', released: [] })
})

test('behavior: one request of a project is on its way at a time', () => {
  const later = { to: 'ask_again', at: new Date(now.getTime() + 2_000) }
  expect(decide({ sending: 1 })).toEqual(later)
  expect(decide({ sending: 1, isHeldBack: true, planned: [], quota: quota(0) })).toEqual(later)
})

test('behavior: beside an unknown outcome nothing of the collection goes out', () => {
  expect(decide({ isHeldBack: true, quota: quota(0) })).toEqual({ to: 'hold' })
})

test('behavior: what is no longer planned is left alone', () => {
  expect(decide({ planned: [planned(2)], quota: quota(0) })).toEqual({ to: 'leave' })
})

test('behavior: with the quota spent, what could go out waits for its reset, and what waits for a person does not', () => {
  const all = [
    planned(1),
    planned(2, { wait: 'authority' }),
    planned(3, { wait: 'turn' }),
    planned(4, { wait: 'backoff', notBefore: inMinutes(1) }),
    planned(5, { wait: 'quota', notBefore: inMinutes(-1) }),
  ]
  const wait = { to: 'wait_for_quota', until: inMinutes(34), batches: [all[0], all[4]] }
  expect(decide({ planned: all, quota: quota(0) })).toEqual(wait)
  expect(decide({ planned: all, quota: quota(2), spent: 2 })).toEqual(wait)
})

test('behavior: a lease releases those that waited for a quota that is there again, and no others', () => {
  const due = planned(2, { wait: 'quota', notBefore: inMinutes(0) })
  const timeless = planned(3, { wait: 'quota' })
  const all = [
    planned(1, { wait: 'quota', notBefore: inMinutes(-1) }),
    due,
    timeless,
    planned(4, { wait: 'quota', notBefore: inMinutes(5) }),
    planned(5, { wait: 'backoff', notBefore: inMinutes(-1) }),
    planned(6),
  ]
  expect(decide({ planned: all, quota: quota(5) })).toEqual({ to: 'lease', released: [due, timeless] })
})

test('behavior: whatever the facts, a lease is given only for a planned batch, alone, within the quota', () => {
  const facts = fc.record<LeaseFacts<Planned>>({
    sending: fc.nat(2),
    isHeldBack: fc.boolean(),
    planned: fc.subarray([planned(1), planned(2), planned(3, { wait: 'quota' })]),
    quota: fc.option(fc.nat(3).map(quota)),
    spent: fc.nat(3),
  })
  fc.assert(
    fc.property(facts, (all) => {
      const isFree = all.sending === 0 && !all.isHeldBack
      const isPlanned = all.planned.some(({ id }) => id === 'batch-1')
      const isPaid = all.quota === null || all.quota.remaining > all.spent
      expect(decideLease('batch-1', all, now).to === 'lease').toBe(isFree && isPlanned && isPaid)
    }),
  )
})
