import { expect, test } from 'vitest'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { divideNeeds, helpOf, type Need } from '@/lib/domain/refreshes/needs/need.ts'
import { needText } from './need-text.ts'

const owner = '0x00000000000000000000000000000000000000aa'
const somebody = '0x00000000000000000000000000000000000000bb'

/** Of a refresh only what its needs are told by. */
const refresh = (id: string, ...needs: Need[]) =>
  ({
    id,
    needs,
    collection: { ownerAddress: owner },
    createdAt: '2026-11-30T09:00:00Z',
  }) as unknown as RefreshSummary
const help = (address: string, role: 'viewer' | 'operator') =>
  helpOf({ address, role } as Parameters<typeof helpOf>[0])
const say = (refreshes: RefreshSummary[], address = somebody, role: 'viewer' | 'operator' = 'operator') => {
  const need = needText(divideNeeds(refreshes, help(address, role)))
  return need && [`${need.words}${need.more}`, need.href]
}

test('default: who can help is told so, and led to the one refresh or to the list of them', () => {
  expect(say([refresh('a', 'decision'), refresh('b')])).toEqual(['1 needs you', '/refreshes/a'])
  expect(say([refresh('a', 'resume'), refresh('b', 'decision')])).toEqual([
    '2 need you',
    '/refreshes?needs=you',
  ])
  expect(say([refresh('a', 'signature')], owner, 'viewer')).toEqual(['1 needs you', '/refreshes/a'])
})

test('default: everybody else sees what is waited for', () => {
  expect(say([refresh('a', 'signature')])).toEqual(['1 waiting for a signature', '/refreshes/a'])
  expect(say([refresh('a', 'resume'), refresh('b', 'decision')], somebody, 'viewer')).toEqual([
    '2 waiting for a decision',
    '/refreshes?needs=anyone',
  ])
  expect(say([refresh('a', 'resume'), refresh('b', 'signature')], somebody, 'viewer')).toEqual([
    '2 waiting for others',
    '/refreshes?needs=anyone',
  ])
})

test('default: what has stalled is for operators to ask about; others see that the network is waited for', () => {
  expect(say([refresh('a', 'stalled')])).toEqual(['1 needs you', '/refreshes/a'])
  expect(say([refresh('a', 'stalled')], somebody, 'viewer')).toEqual([
    '1 waiting for the network',
    '/refreshes/a',
  ])
  expect(say([refresh('a', 'stalled'), refresh('b', 'resume')], somebody, 'viewer')?.[0]).toBe(
    '2 waiting for others',
  )
})

test('behavior: only what this member can help with is counted while there is any', () => {
  const all = [refresh('a', 'signature'), refresh('b', 'resume'), refresh('c', 'signature', 'decision')]
  expect(say(all)).toEqual(['2 need you', '/refreshes?needs=you'])
  expect(say(all, owner, 'viewer')).toEqual(['2 need you', '/refreshes?needs=you'])
})

test('boundary: when nothing waits for a person nothing is said', () => {
  expect(say([])).toBeNull()
  expect(say([refresh('a')])).toBeNull()
})
