import { expect, test } from 'vitest'
import { Address } from '@/lib/collection/address.ts'
import type { Batch } from '@/lib/refresh/batch.ts'
import type { Activity } from '@/lib/refresh/model.ts'
import { makerWords } from '../ui/maker-words.ts'
import { activityWords } from './activity-words.ts'
import { readFilters, withFilter } from './history-filter.ts'
import { tokenWords } from './script-words.ts'
import { findings } from './search-words.ts'
import { waitingWords } from './waiting-words.ts'

const ada = { id: 'a', address: Address.parse(`0x${'a'.repeat(40)}`), name: 'Ada' }
const ben = { address: Address.parse(`0x${'b'.repeat(40)}`), name: null }
const activity = (kind: Activity['kind'], data: Activity['data'] = {}): Activity => ({
  id: kind,
  at: '2026-11-24T14:00:00.000Z',
  kind,
  by: null,
  data,
})

test('default: a script goes by who signed, with the token that let it in', () => {
  const script = { origin: 'script', by: ada, signer: ben } as const
  expect(makerWords(script)).toBe('0xbbbb…bbbb')
  expect(makerWords({ ...script, signer: null })).toBe('Ada')
  expect(makerWords({ origin: 'import', by: null, signer: null })).toBe('made elsewhere')
  expect(makerWords({ origin: 'sample', by: null, signer: null })).toBeNull()
  const told = [activity('settled'), activity('submitted', { tokens: 3, token: 'nightly' })]
  expect(tokenWords({ ...script, activity: told })).toBe('with Ada’s token “nightly”')
  expect(tokenWords({ ...script, signer: ada, activity: told })).toBe('with the token “nightly”')
  expect(tokenWords({ ...script, activity: [] })).toBe('with Ada’s token')
  expect(tokenWords({ ...script, origin: 'desk', activity: told })).toBeNull()
})

test('default: what scripts did and what was imported is told in sentences', () => {
  expect(activityWords(activity('submitted', { tokens: 3, token: 'nightly' }))).toBe(
    'submitted 3 tokens by a script, with the token “nightly”',
  )
  const again = (times: number, httpStatus: number | null) =>
    activityWords(activity('refused_again', { times, httpStatus }))
  expect(again(1, 400)).toBe('The script sent the same request once more and was refused again (400)')
  expect(again(1_200, null)).toBe('The script sent the same request 1,200 more times and was refused again')
  expect(activityWords(activity('batch_absent', { batch: 1, tokens: 3 }))).toMatch(/never accepted$/)
  expect(activityWords(activity('imported'))).toBe('imported it from the network’s list')
})

test('behavior: of what is only watched nothing is said that would need it to be sent', () => {
  const batch = { state: 'in_progress', wait: 'signature' } as Batch
  const words = (over: Partial<Batch>) =>
    waitingWords({ batches: [{ ...batch, ...over }], pause: null, collecting: null, origin: 'script' })
  expect(words({})).toBe('1 of 1 batch sent; watching it waits for a signature.')
  expect(words({ state: 'cancelled' })).toBe('The request never left the desk.')
  expect(findings(0, 'script')).not.toContain('second time')
})

test('default: where a refresh comes from stands in the address, and what nobody knows is left out', () => {
  const odd = new URLSearchParams('origin=elsewhere&state=odd&network=moon&member=x&page=2')
  expect(String(readFilters(odd))).toBe('member=x')
  const filtered = withFilter(new URLSearchParams('cursor=abc&tokenId=7'), { origin: 'script' })
  expect(String(filtered)).toBe('tokenId=7&origin=script')
})
