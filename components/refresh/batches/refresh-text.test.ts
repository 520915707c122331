import { expect, test } from 'vitest'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { batchText, batchTones, shownState } from '../../ui/batch-text.ts'
import { batchSummary, headline } from './refresh-text.ts'

const progress = { total: 4, succeeded: 4, failed: 0, pending: 0, unknown: 0, cancelled: 0 }
const batch = (state: Batch['state'], wait: Batch['wait'] = null, stage: string | null = null) =>
  ({ state, stage, wait, progress }) as Batch
const finished = (succeeded: number, failed: number) =>
  ({ ...batch('finished'), progress: { ...progress, succeeded, failed } }) as Batch

test('a refresh number has four digits and grows beyond', () => {
  expect([refreshName(7), refreshName(12_345)]).toEqual(['R-0007', 'R-12345'])
})

test('batches are summed up in the order they stand in', () => {
  const batches = [
    batch('finished'),
    batch('finished'),
    batch('sent', null, 'in_progress'),
    batch('sent', null, 'queued'),
    batch('sent'),
    batch('lost'),
    batch('planned', 'quota'),
    batch('planned', 'authority'),
  ]
  expect(batchSummary({ batches, pause: null })).toBe(
    '2 finished, 1 in progress, 1 queued, 1 accepted, 1 outcome unknown, 1 waiting for quota, 1 waiting for a signature',
  )
})

test('a finished batch looks like the outcome of its tokens', () => {
  const open = { ...finished(1, 0), progress: { ...progress, succeeded: 1, unknown: 3 } } as Batch
  const shown = [finished(4, 0), finished(3, 1), finished(0, 4), open].map(shownState)
  expect(shown.map((one) => [batchText[one], batchTones[one]])).toEqual([
    ['Finished', 'succeeded'],
    ['Partly failed', 'failed'],
    ['Failed', 'failed'],
    ['Inconclusive', 'unknown'],
  ])
  const batches = [finished(4, 0), finished(0, 4), finished(3, 1), finished(0, 4)]
  expect(batchSummary({ batches, pause: null })).toBe('1 finished, 2 failed, 1 partly failed')
})

test.each([
  [0, 1, '0 of 1 token is refreshed.'],
  [1, 1, '1 of 1 token is refreshed.'],
  [0, 60, '0 of 60 tokens are refreshed.'],
  [1, 60, '1 of 60 tokens is refreshed.'],
  [1_500, 2_000, '1,500 of 2,000 tokens are refreshed.'],
])('%i of %i: the sentence agrees with its numbers', (succeeded, total, words) => {
  const counts = { ...progress, succeeded, total, failed: total - succeeded }
  expect(headline({ state: succeeded === total ? 'succeeded' : 'partly_failed', progress: counts })).toBe(
    words,
  )
})

test('while it runs, too', () => {
  const running = (total: number) =>
    headline({ state: 'running', progress: { ...progress, succeeded: 0, total } })
  expect([running(1), running(2)]).toEqual(['0 of 1 token processed.', '0 of 2 tokens processed.'])
})
