import { expect, test } from 'vitest'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { batchStateSentence, noReferenceText } from './batch-state-text.ts'
import { batchSummary } from './refresh-text.ts'

const notBefore = '2026-11-24T15:00:00.000Z'
const progress = { total: 5, succeeded: 5, failed: 0, pending: 0, unknown: 0, cancelled: 0 }
const batch = (state: Batch['state'], wait: Batch['wait'] = null) =>
  ({ state, stage: null, wait, progress, notBefore: wait === 'quota' ? notBefore : null }) as Batch
const manual = { reason: 'manual', at: notBefore, by: null, batch: null } as const
const hold = { ...manual, reason: 'hold' } as const

test('behavior: while a refresh is paused or held its unsent batches wait for a person, whatever else they waited for', () => {
  for (const wait of ['quota', 'authority', 'backoff', 'turn', null] as const) {
    expect(batchStateSentence(batch('planned', wait), manual)).toBe('Paused')
    expect(batchStateSentence(batch('planned', wait), hold)).toBe('Held')
  }
  expect(batchStateSentence(batch('planned', 'quota'), null)).toMatch(/^Quota, /)
  expect(batchStateSentence(batch('sent', 'authority'), manual)).toBe('Waiting for a signature')
  expect(batchStateSentence(batch('finished'), hold)).toBe('Finished')
  const batches = [batch('finished'), batch('planned', 'quota'), batch('planned')]
  expect(batchSummary({ batches, pause: hold })).toBe('1 finished, 2 held')
})

test('behavior: a batch behind a lost request says so', () => {
  expect(batchStateSentence(batch('planned', 'turn'), null)).toBe('Blocked by lost request')
})

test.each([
  ['planned', null, 'not sent yet'],
  ['sending', notBefore, 'being sent'],
  ['lost', notBefore, 'not known'],
  ['cancelled', null, 'never sent'],
  ['rejected', notBefore, 'not accepted'],
  ['rejected', null, 'never sent'],
  ['ready', null, 'not sent yet'],
  ['finished', notBefore, 'not known'],
  ['finished', null, 'never sent'],
] as const)('default: without an id of the network a %s batch sent at %s says %s', (state, sentAt, words) => {
  expect(noReferenceText({ state, sentAt })).toBe(words)
})
