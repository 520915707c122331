import { expect, test } from 'vitest'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import type { Need } from '@/lib/domain/refreshes/needs/need.ts'
import { needFactText } from './need-fact-text.ts'

const refresh = {
  needFacts: {},
  state: 'waiting_authority',
  progress: { total: 2400, succeeded: 1200, failed: 40, pending: 1160, unknown: 0, cancelled: 0 },
  source: 'desk',
  collection: { network: 'imx' },
} as unknown as RefreshSummary
const say = (need: Need, change: Partial<RefreshSummary>) =>
  needFactText(need, { ...refresh, ...change }, 'UTC')

test('default: each need is told with its numbers', () => {
  expect(say('signature', { needFacts: { signature: { batches: 2 } } })).toBe(
    '1,240 of 2,400 tokens processed. 2 batches wait for a signature.',
  )
  expect(say('resume', { needFacts: { resume: { batch: 1, failed: 412, tokens: 500 } } })).toBe(
    '412 of 500 tokens of batch 1 failed, so nothing more is sent.',
  )
  const decision = { batch: 2, sentAt: '2026-11-30T10:06:00.000Z', candidates: 2, isComplete: true }
  expect(say('decision', { needFacts: { decision } })).toBe(
    'The answer to batch 2 was lost at 10:06:00. The network lists 2 refreshes that could be this one.',
  )
  expect(say('stalled', { needFacts: { stalled: { batches: 1, pending: 3 } } })).toMatch(
    /^The network accepted a batch more than .+ ago, and 3 tokens are still pending\.$/,
  )
})

test('behavior: what somebody else sent is only read', () => {
  expect(say('signature', { source: 'script', needFacts: { signature: { batches: 1 } } })).toBe(
    '1,240 of 2,400 tokens processed. Reading its progress needs a signature.',
  )
})

test('boundary: a need whose facts are not known is still told', () => {
  expect(say('signature', {})).toContain('1 batch waits for a signature.')
  expect(say('resume', {})).toBe('Most tokens of a batch failed, so nothing more is sent.')
  expect(say('decision', {})).toBe('1,240 of 2,400 tokens processed.')
  expect(say('stalled', {})).toBe('1,240 of 2,400 tokens processed.')
})
