import { expect, test } from 'vitest'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { Address } from '@/lib/domain/networks/address-schema.ts'
import type { Activity, ActivityFact } from '@/lib/domain/refreshes/activity/activity-schema.ts'
import { submittedByText } from '../../ui/text/submitted-by-text.ts'
import { activityText } from '../activity/activity-text.ts'
import { readFilters, withFilter } from '../history/history-filter.ts'
import { tokenText } from '../page/script-text.ts'
import { waitingText } from '../page/waiting-text.ts'
import { findings } from './search-text.ts'

const ada = { id: 'a', address: Address.parse(`0x${'a'.repeat(40)}`), name: 'Ada' }
const ben = { address: Address.parse(`0x${'b'.repeat(40)}`), name: null }
const activity = (fact: ActivityFact): Activity => ({
  id: fact.kind,
  at: '2026-11-24T14:00:00.000Z',
  by: null,
  ...fact,
})

test('default: a script goes by who signed, with the token that let it in', () => {
  const script = { source: 'script', by: ada, signer: ben } as const
  expect(submittedByText(script)).toBe('0xbbbb…bbbb')
  expect(submittedByText({ ...script, signer: null })).toBe('Ada')
  expect(submittedByText({ source: 'import', by: null, signer: null })).toBe('made elsewhere')
  expect(submittedByText({ source: 'sample', by: null, signer: null })).toBeNull()
  const told = [
    activity({ kind: 'finished', data: { succeeded: 3, failed: 0, unknown: 0 } }),
    activity({ kind: 'submitted', data: { tokens: 3, token: 'nightly' } }),
  ]
  expect(tokenText({ ...script, activity: told })).toBe('with Ada’s token “nightly”')
  expect(tokenText({ ...script, signer: ada, activity: told })).toBe('with the token “nightly”')
  expect(tokenText({ ...script, activity: [] })).toBe('with Ada’s token')
  expect(tokenText({ ...script, source: 'desk', activity: told })).toBeNull()
})

test('default: what scripts did and what was imported is told in sentences', () => {
  expect(activityText({ kind: 'submitted', data: { tokens: 3, token: 'nightly' } })).toBe(
    'submitted 3 tokens with a script, using the token “nightly”',
  )
  const again = (times: number, httpStatus: number | null) =>
    activityText({ kind: 'refused_again', data: { times, httpStatus } })
  expect(again(1, 400)).toBe('The script sent the same request once more and was rejected again (400)')
  expect(again(1_200, null)).toBe('The script sent the same request 1,200 more times and was rejected again')
  expect(activityText({ kind: 'batch_absent', data: { batch: 1, tokens: 3 } })).toMatch(/never accepted$/)
  expect(activityText({ kind: 'imported', data: { tokens: 3 } })).toBe('imported it from the network’s list')
})

test('behavior: of what is only watched nothing is said that would need it to be sent', () => {
  const batch = { state: 'sent', stage: 'in_progress', wait: 'authority' } as Batch
  const words = (over: Partial<Batch>) =>
    waitingText({ batches: [{ ...batch, ...over }], pause: null, expanding: null, source: 'script' })
  expect(words({})).toBe('1 of 1 batch sent; reading its progress needs a signature.')
  expect(words({ state: 'cancelled' })).toBe('The request was never sent.')
  expect(findings({ candidates: [], isComplete: true }, 'script')).not.toContain('second time')
})

test('default: where a refresh comes from stands in the address, and what nobody knows is left out', () => {
  const odd = new URLSearchParams(
    'source=elsewhere&state=odd&network=moon&member=x&page=2&tokenId=a&problems=yes',
  )
  for (const [name, value] of Object.entries({
    from: '0000-01-01T00:00:00Z',
    collection: '0x1',
    cursor: 'nonsense',
  }))
    odd.set(name, value)
  expect(String(readFilters(odd))).toBe('')
  const member = 'member=0192e4a0-0000-7000-8000-000000000000'
  expect(String(readFilters(new URLSearchParams(member)))).toBe(member)
  expect(String(readFilters(new URLSearchParams('member=me')))).toBe('member=me')
  const filtered = withFilter(new URLSearchParams('cursor=abc&tokenId=7'), { source: 'script' })
  expect(String(filtered)).toBe('tokenId=7&source=script')
})
