import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchStates, isFinished, refreshStates } from '../batches/state.ts'
import { type BatchFacts, countProgress, deriveState } from './derive-state.ts'

const now = new Date('2026-11-24T15:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const batch = (change: Partial<BatchFacts>): BatchFacts => ({
  state: 'planned',
  stage: null,
  wait: null,
  tokenCount: 10,
  succeeded: 0,
  failed: 0,
  acceptedAt: null,
  ...change,
})
const done = (succeeded: number) => batch({ state: 'finished', succeeded, failed: 10 - succeeded })
const plain = { isPaused: false, isExpanding: false, isCutShort: false }
const state = (...batches: Partial<BatchFacts>[]) => deriveState(batches.map(batch), plain, now)
const stateWhile = (facts: Partial<typeof plain>, ...batches: Partial<BatchFacts>[]) =>
  deriveState(batches.map(batch), { ...plain, ...facts }, now)

test('default: while anything moves it runs', () => {
  expect(state({ wait: 'quota' }, { state: 'sent', stage: 'queued' })).toBe('running')
  expect(state({ wait: 'authority' }, { state: 'sending' })).toBe('running')
  expect(state({ wait: 'backoff' })).toBe('running')
  expect(state({ state: 'lost' }, {})).toBe('running')
})

test('default: it waits only when nothing can move', () => {
  expect(state(done(10), { wait: 'quota' })).toBe('waiting_quota')
  expect(state({ wait: 'quota' }, { wait: 'authority' })).toBe('waiting_authority')
  expect(state({ state: 'sent', stage: 'in_progress', wait: 'authority' }, { wait: 'quota' })).toBe(
    'waiting_authority',
  )
  expect(state({ state: 'lost', wait: 'authority' }, { wait: 'turn' })).toBe('waiting_authority')
})

test('default: a pause shows once nothing sent is left to move', () => {
  expect(stateWhile({ isPaused: true }, {}, { state: 'sent', stage: 'queued' })).toBe('running')
  expect(stateWhile({ isPaused: true }, done(10), {})).toBe('paused')
  expect(stateWhile({ isPaused: true }, { wait: 'authority' })).toBe('paused')
  expect(stateWhile({ isPaused: true }, { state: 'sent', stage: 'in_progress', wait: 'authority' }, {})).toBe(
    'waiting_authority',
  )
  expect(stateWhile({ isPaused: true, isExpanding: true })).toBe('paused')
})

test('default: while tokens are still collected nothing is finished', () => {
  expect(stateWhile({ isExpanding: true })).toBe('running')
  expect(stateWhile({ isExpanding: true }, done(10))).toBe('running')
  expect(stateWhile({}, done(10))).toBe('succeeded')
  expect(stateWhile({ isCutShort: true })).toBe('cancelled')
  expect(stateWhile({ isCutShort: true }, done(10), { state: 'sent', stage: 'queued' })).toBe('running')
})

test('default: it is unknown when nothing but the search for lost batches goes on', () => {
  expect(state({ state: 'lost' }, { wait: 'turn' }, { wait: 'quota' })).toBe('unknown')
  expect(state({ wait: 'turn' })).toBe('waiting_turn')
  expect(state({ wait: 'turn' }, { state: 'sent' })).toBe('running')
  expect(state({ state: 'lost' }, done(10), { state: 'rejected' })).toBe('unknown')
})

test('default: what is prepared counts as unsent', () => {
  for (const one of ['preparing', 'ready'] as const) {
    expect(state({ state: one })).toBe('running')
    expect(stateWhile({ isPaused: true }, done(10), { state: one })).toBe('paused')
    expect(countProgress([batch({ state: one })])).toMatchObject({ pending: 10, total: 10 })
  }
})

test('default: all, some or no tokens succeeded', () => {
  expect(state(done(10), done(10))).toBe('succeeded')
  expect(state(done(10), { state: 'rejected' })).toBe('partly_failed')
  expect(state({ state: 'rejected' }, done(0))).toBe('failed')
  expect(state(done(10), { state: 'cancelled' })).toBe('cancelled')
})

test('default: what ended with no failure and without a word on some tokens is inconclusive', () => {
  const silent = batch({ state: 'finished', succeeded: 1 })
  expect(countProgress([silent])).toMatchObject({ succeeded: 1, failed: 0, pending: 0, unknown: 9 })
  expect(state(done(10), silent)).toBe('inconclusive')
  expect(state({ state: 'finished' })).toBe('inconclusive')
  expect(state(silent, { state: 'rejected' })).toBe('partly_failed')
  expect(state({ state: 'finished', failed: 4 })).toBe('partly_failed')
})

test('behavior: a batch that the network has had for 48 hours is stalled', () => {
  expect(state({ state: 'sent', stage: 'in_progress', acceptedAt: ago(48) })).toBe('stalled')
  expect(state({ state: 'sent', stage: 'in_progress', acceptedAt: ago(47) })).toBe('running')
  expect(state({ state: 'sent', stage: null, acceptedAt: ago(48) })).toBe('running')
})

const anyBatch = fc
  .record({
    state: fc.constantFrom(...batchStates),
    stage: fc.constantFrom(null, 'queued', 'in_progress'),
    wait: fc.constantFrom(null, 'quota', 'authority', 'backoff', 'turn'),
    tokenCount: fc.integer({ min: 1, max: 1000 }),
    acceptedAt: fc.constantFrom(null, ago(1), ago(50)),
    share: fc.float({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ share, ...rest }): BatchFacts => {
    const succeeded = Math.floor(rest.tokenCount * share)
    return { ...rest, succeeded, failed: Math.floor((rest.tokenCount - succeeded) * share) }
  })

test('behavior: the five counts always add up, and finished means that nothing is left', () => {
  fc.assert(
    fc.property(fc.array(anyBatch, { minLength: 1, maxLength: 12 }), (batches) => {
      const { total, succeeded, failed, pending, unknown, cancelled } = countProgress(batches)
      expect(succeeded + failed + pending + unknown + cancelled).toBe(total)
      expect(Math.min(succeeded, failed, pending, unknown, cancelled)).toBeGreaterThanOrEqual(0)
      const derived = deriveState(batches, plain, now)
      expect(refreshStates).toContain(derived)
      const isOver = batches.every((one) => ['finished', 'rejected', 'cancelled'].includes(one.state))
      expect(isFinished(derived)).toBe(isOver)
      if (isOver) expect(pending).toBe(0)
    }),
  )
})
