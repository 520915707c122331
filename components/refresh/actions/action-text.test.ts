import { expect, test } from 'vitest'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { RefreshSource } from '@/lib/domain/refreshes/model-schema.ts'
import { activityText } from '../activity/activity-text.ts'
import { waitingText } from '../page/waiting-text.ts'
import { leftOutText } from '../retry/left-out-text.ts'
import { findings, othersText, searchText } from './search-text.ts'
import { cancelSentences, cancelText, countUnsent } from './unsent-text.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 14, 0, seconds)).toISOString()
const batch = (position: number, state: Batch['state'], change: Partial<Batch> = {}): Batch => ({
  id: String(position),
  position,
  state,
  wait: null,
  notBefore: null,
  reference: null,
  stage: null,
  progress: { total: 1_000, succeeded: 0, failed: 0, pending: 1_000, unknown: 0, cancelled: 0 },
  sentAt: null,
  acceptedAt: null,
  startedAt: null,
  finishedAt: null,
  reason: null,
  search: null,
  resends: 0,
  ...change,
})
const unsentOf = (...states: Batch['state'][]) =>
  countUnsent({ batches: states.map((state, at) => batch(at + 1, state)), expanding: null })

test('default: cancelling says how much it stops and what it cannot stop', () => {
  const unsent = unsentOf('finished', 'sent', 'planned', 'planned')
  expect(cancelText(unsent)).toBe('Cancel 2 unsent batches')
  expect(cancelSentences(unsent)).toBe(
    'Cancel 2 unsent batches (2,000 tokens). The 2 batches already sent will continue.',
  )
  expect(cancelSentences(unsentOf('lost', 'planned'))).toBe(
    'Cancel 1 unsent batch (1,000 tokens). The batch already sent will continue.',
  )
  expect(cancelSentences(unsentOf('finished', 'planned'))).toMatch(/The batch already sent is finished\.$/)
  expect(cancelSentences({ ...unsentOf('planned'), isExpanding: true })).toBe(
    'Cancel 1 unsent batch (1,000 tokens). No more tokens will be added. Nothing has been sent.',
  )
  expect(cancelSentences({ ...unsentOf(), isExpanding: true })).toBe(
    'Stop adding tokens. Nothing has been sent.',
  )
})

test('default: a lost answer tells of the searches, the next one and the time of the decision', () => {
  const search = {
    searches: 6,
    lastSearchAt: at(20),
    nextSearchAt: at(60),
    decideAt: at(900),
    candidates: [],
    isComplete: true,
    needsPerson: false,
  }
  const lost = batch(7, 'lost', { sentAt: at(0), search })
  const now = new Date(at(20))
  const seen = { source: 'desk' as RefreshSource, now, batches: [lost] }
  const said = (one: Batch, other: Partial<typeof seen> = {}) => searchText(one, { ...seen, ...other })
  expect(said(lost)).toMatch(
    /\(6 searches so far, next in 40 s\)\. If it isn’t there by .+, it will be sent again\./,
  )
  expect(said({ ...lost, resends: 1 })).toContain('your decision is needed')
  expect(said(lost, { now: new Date(at(901)) })).toContain('If it isn’t in the next complete list')
  expect(said({ ...lost, wait: 'authority' })).toContain('the owner’s signature')
  const asked = { ...search, needsPerson: true }
  expect(said({ ...lost, search: asked })).toContain(
    'the network’s list shows neither request. Your decision is needed.',
  )
  expect(said({ ...lost, search: { ...asked, isComplete: false } })).toContain('may or may not be in it')
  const ofScript = said(lost, { source: 'script' })
  expect(ofScript).toMatch(/it counts as never accepted\. Only the script can send it again/)
  expect(ofScript).not.toMatch(/will be sent again\./)
})

test('default: while one is lost it is said whether the others wait for it', () => {
  const search = {
    searches: 1,
    lastSearchAt: at(2),
    nextSearchAt: at(7),
    decideAt: at(900),
    candidates: [],
    isComplete: true,
    needsPerson: false,
  }
  const lost = batch(1, 'lost', { sentAt: at(0), search })
  const said = (...others: Batch[]) =>
    searchText(lost, { source: 'desk', now: new Date(at(3)), batches: [lost, ...others] })
  const free = batch(2, 'planned')
  expect(said(batch(2, 'planned', { wait: 'turn' }), free)).toMatch(
    /Other batches wait for the search\. No action is needed\.$/,
  )
  expect(said(free)).toMatch(/sent again\. The other batches don’t wait for it\. No action is needed\.$/)
  expect(said(batch(2, 'finished'))).toMatch(/sent again\. No action is needed\.$/)
  expect(othersText([batch(2, 'planned', { wait: 'turn' })], 'until you decide')).toBe(
    'Other batches wait until you decide.',
  )
})

test('behavior: one candidate that needs a decision may be another lost request', () => {
  const candidate = {
    reference: 'a',
    startedAt: at(1),
    status: 'queued',
    succeeded: 0,
    failed: 0,
    pending: 1_000,
  }
  const found = { candidates: [candidate], isComplete: true }
  expect(findings(found, 'desk')).toContain('this one or another lost request of the same size')
  expect(findings({ ...found, isComplete: false }, 'desk')).toContain('so there may be others')
  expect(findings({ ...found, candidates: [candidate, candidate] }, 'desk')).toContain('2 refreshes')
})

test('default: what a retry leaves out is said for each reason', () => {
  expect(leftOutText({ notRetryable: 0, succeededSince: 0, refreshing: 0 })).toEqual([])
  expect(leftOutText({ notRetryable: 1_200, succeededSince: 1, refreshing: 2 })).toHaveLength(3)
})

const words = (...batches: Batch[]) => waitingText({ batches, pause: null, expanding: null, source: 'desk' })

test('default: a batch that was not accepted or was cancelled is never called finished', () => {
  const [done, refused, never] = [batch(1, 'finished'), batch(2, 'rejected'), batch(3, 'cancelled')]
  expect(words(done, done)).toBe('All 2 batches are finished.')
  expect(words(refused)).toBe('The network didn’t accept the request.')
  expect(words(refused, refused)).toBe('The network accepted none of the 2 requests.')
  expect(words(done, refused)).toMatch(/^The network didn’t accept 1 of 2 requests/)
  expect(words(done, never)).toBe('1 of 2 batches was cancelled; the rest is finished.')
  expect(words(never)).toBe('It was cancelled before anything was sent.')
  expect(words()).toBe('No tokens were added, so nothing was sent.')
})

test('default: what waits is said with what it waits for', () => {
  const planned = batch(2, 'planned', { wait: 'quota' })
  const pause = { reason: 'manual' as const, at: at(0), by: null, batch: null }
  const batches = [batch(1, 'lost'), planned, batch(3, 'planned', { wait: 'turn' })]
  expect(words(...batches)).toBe(
    '1 of 3 batches sent; 1 waits for the quota; 1 waits for the search for a lost request; the outcome of 1 batch is unknown.',
  )
  expect(waitingText({ batches, pause, expanding: null, source: 'desk' })).toBe(
    '1 of 3 batches sent; 2 wait until someone resumes it; the outcome of 1 batch is unknown.',
  )
  expect(waitingText({ batches: [], pause: null, expanding: { error: null }, source: 'desk' })).toBe(
    '0 of 0 batches sent; tokens are still being added.',
  )
})

test('default: tokens that a finished batch does not account for are spoken of wherever it is summed up', () => {
  const progress = { total: 1_000, succeeded: 1, failed: 0, pending: 0, unknown: 999, cancelled: 0 }
  const batches = [batch(1, 'finished', { progress })]
  expect(waitingText({ batches, pause: null, expanding: null, source: 'desk' })).toBe(
    'The only batch is finished; the network doesn’t report the outcome of 999 tokens.',
  )
  expect(activityText({ kind: 'finished', data: { succeeded: 1, failed: 0, unknown: 999 } })).toBe(
    'Finished: 1 succeeded, 0 failed, 999 unknown',
  )
})
