import { expect, test } from 'vitest'
import type { Batch } from '@/lib/refresh/batch.ts'
import { refreshName } from '@/lib/refresh/refresh-key.ts'
import { batchSummary } from './refresh-words.ts'

const batch = (state: Batch['state'], wait: Batch['wait'] = null, stage: string | null = null) =>
  ({ state, stage, wait }) as Batch

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
  expect(batchSummary(batches)).toBe(
    '2 completed, 1 in progress, 1 queued, 1 accepted, 1 unknown, 1 waiting for quota, 1 waiting for a signature',
  )
})
