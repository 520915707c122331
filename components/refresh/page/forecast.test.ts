import { expect, test } from 'vitest'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatThroughput, throughputOf } from './throughput-text.ts'

const now = new Date('2026-11-24T14:26:00.000Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000).toISOString()

test('the throughput is that of the batches in progress, and of the whole refresh once it is finished', () => {
  const progress = { total: 100, succeeded: 40, failed: 10, pending: 50, unknown: 0, cancelled: 0 }
  const batch = { state: 'sent', stage: 'in_progress', startedAt: at(-10), acceptedAt: at(-20), progress }
  const running = {
    state: 'running',
    batches: [batch, batch],
    progress,
    finishedAt: null,
    now: at(0),
  } as unknown as RefreshDetail
  expect(throughputOf(running)).toBe(10)
  expect(throughputOf({ ...running, batches: [] })).toBeNull()
  expect(throughputOf({ ...running, state: 'succeeded', finishedAt: at(5) })).toBe(2)
  expect([formatThroughput(1234.5), formatThroughput(7.46), formatThroughput(0.05)]).toEqual([
    '1,235 tokens/s',
    '7.5 tokens/s',
    '180 tokens/h',
  ])
})
