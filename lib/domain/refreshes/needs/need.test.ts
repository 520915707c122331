import { expect, test } from 'vitest'
import { canHelp, divideNeeds, firstNeed, helpOf, type Need } from './need.ts'

const owner = '0x00000000000000000000000000000000000000aa'
const somebody = '0x00000000000000000000000000000000000000bb'

const refresh = (id: string, needs: Need[], minute = 0) => ({
  id,
  needs,
  collection: { ownerAddress: owner },
  createdAt: new Date(Date.UTC(2026, 10, 30, 9, minute)).toISOString(),
})
const operator = helpOf({ address: somebody, role: 'operator' })
const viewer = helpOf({ address: somebody, role: 'viewer' })
const signer = helpOf({ address: owner, role: 'viewer' })
const divide = (...given: Parameters<typeof divideNeeds<ReturnType<typeof refresh>>>) => {
  const { mine, others } = divideNeeds(...given)
  return [mine, others].map((list) => list.map(({ id }) => id))
}

test('default: the owner signs, operators do the rest, and a viewer does nothing', () => {
  const all = [
    refresh('s', ['signature']),
    refresh('h', ['resume']),
    refresh('d', ['decision']),
    refresh('t', ['stalled']),
    refresh('calm', []),
  ]
  expect(divide(all, operator)).toEqual([['h', 'd', 't'], ['s']])
  expect(divide(all, signer)).toEqual([['s'], ['h', 'd', 't']])
  expect(divide(all, viewer)).toEqual([[], ['s', 'h', 'd', 't']])
  expect(all.map((one) => canHelp(operator, one))).toEqual([false, true, true, true, false])
})

test('behavior: what has waited longest comes first, in whatever order it is known', () => {
  const all = [refresh('c', ['resume'], 3), refresh('a', ['resume'], 1), refresh('b', ['signature'], 2)]
  expect(divide(all, operator)).toEqual([['a', 'c'], ['b']])
  expect(divide(all.toReversed(), viewer)).toEqual([[], ['a', 'b', 'c']])
})

test('behavior: of several needs the one that this member can give is asked for', () => {
  const both = refresh('x', ['signature', 'decision'])
  expect(divide([both], operator)).toEqual([['x'], []])
  expect([operator, signer, viewer].map((help) => firstNeed(help, both))).toEqual([
    'decision',
    'signature',
    'signature',
  ])
  expect(firstNeed(viewer, refresh('calm', []))).toBeNull()
})

test('boundary: a collection whose owner nobody knows waits for others', () => {
  const unowned = { ...refresh('u', ['signature']), collection: { ownerAddress: null } }
  expect(canHelp(signer, unowned)).toBe(false)
  expect(canHelp(operator, unowned)).toBe(false)
})
