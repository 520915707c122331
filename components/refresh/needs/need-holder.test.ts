import { expect, test } from 'vitest'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { helpOf, type Need } from '@/lib/domain/refreshes/needs/need.ts'
import { needHolder } from './need-holder.ts'

const owner = '0x00000000000000000000000000000000000000aa'
const somebody = '0x00000000000000000000000000000000000000bb'
const tomas = { id: 't', address: '0x00000000000000000000000000000000000000cc', name: 'Tomas' }

const holder = (need: Need, role: 'viewer' | 'operator', change: object = {}, members = [tomas]) => {
  const refresh = { needs: [need], collection: { ownerAddress: owner }, by: tomas, ...change }
  const help = helpOf({ address: somebody, role })
  return needHolder(need, refresh as unknown as RefreshSummary, { help, members }).words
}

test('default: an operator is asked for all but the signature', () => {
  expect(holder('resume', 'operator')).toBe('You')
  expect(holder('decision', 'operator')).toBe('You')
  expect(holder('signature', 'operator')).toBe('0x0000…00aa')
  expect(holder('signature', 'operator', { collection: { ownerAddress: somebody } })).toBe('You')
})

test('behavior: who owns it or submitted it is named', () => {
  expect(holder('signature', 'viewer', {}, [{ id: 'm', address: owner, name: 'Mara' }])).toBe('Mara')
  expect(holder('resume', 'viewer')).toBe('Tomas')
})

test('boundary: nobody in particular', () => {
  expect(holder('resume', 'viewer', { by: null })).toBe('An operator')
  expect(holder('signature', 'operator', { collection: { ownerAddress: null } })).toBe('The owner')
})
