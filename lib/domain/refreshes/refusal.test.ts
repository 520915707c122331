import { expect, test } from 'vitest'
import { refusalActivity } from './refusal-activity.ts'
import { refusalReason } from './refusal-reason.ts'

const until = new Date('2026-11-24T15:00:00Z')
const batch = { position: 2, tokenCount: 30, wait: null }
const refusal = { reason: 'Not these', httpStatus: 429 }
const said = { batch: 2, tokens: 30, reason: 'Not these', httpStatus: 429 }
const quotaWait = { to: 'planned', wait: 'quota', notBefore: until, endsCredential: false } as const

test('default: the history tells a rejection, a pause and a wait for the quota', () => {
  const rejected = { to: 'rejected', endsCredential: false } as const
  expect(refusalActivity(rejected, batch, refusal)).toEqual({ kind: 'batch_rejected', data: said })
  const backoff = { ...quotaWait, wait: 'backoff' } as const
  const iso = until.toISOString()
  expect(refusalActivity(backoff, batch, refusal)).toEqual({ kind: 'backoff', data: { ...said, until: iso } })
  const waits = { kind: 'waiting_quota', data: { batches: 1, until: iso } }
  expect(refusalActivity(quotaWait, batch, refusal)).toEqual(waits)
})

test('behavior: the history does not repeat a wait, and leaves a missing signature to the wait for it', () => {
  expect(refusalActivity(quotaWait, { ...batch, wait: 'quota' }, refusal)).toBeNull()
  const unsigned = { to: 'planned', wait: 'authority', notBefore: null, endsCredential: true } as const
  expect(refusalActivity(unsigned, batch, refusal)).toBeNull()
})

const silent = { httpStatus: null, upstreamMessage: null, upstreamCode: null }

test('default: the reason is the network’s own message, else its code, else its status', () => {
  const answer = { httpStatus: 400, upstreamMessage: 'Not these', upstreamCode: 'bad_request' }
  expect(refusalReason({ to: 'rejected' }, answer)).toBe('Not these')
  expect(refusalReason({ to: 'rejected' }, { ...answer, upstreamMessage: '' })).toBe('bad_request')
  const bare = { ...silent, httpStatus: 400 }
  expect(refusalReason({ to: 'rejected' }, bare)).toBe('The network answered 400.')
})

test('behavior: an endless message is cut, and one that does not tell the outcome is not repeated', () => {
  const long = { ...silent, httpStatus: 500, upstreamMessage: 'x'.repeat(10_000) }
  expect(refusalReason({ to: 'planned' }, long)).toHaveLength(500)
  const unclear = 'The network answered 500, which doesn’t say whether it accepted the request.'
  expect(refusalReason({ to: 'lost' }, long)).toBe(unclear)
})

test('default: without an answer the reason says whether anything was sent', () => {
  expect(refusalReason({ to: 'lost' }, silent)).toBe('The answer to this request was lost.')
  const unsent = 'Nothing was sent: the network could not be reached in time.'
  expect(refusalReason({ to: 'planned' }, silent)).toBe(unsent)
})
