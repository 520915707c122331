import { expect, test } from 'vitest'
import { learnNeeds, type SeenNeeds } from './learn-needs.ts'
import type { Need } from './need.ts'

const ME = '0x00000000000000000000000000000000000000aa'
const owner = { signsFor: ME, decides: false }
const operator = { signsFor: '0x00000000000000000000000000000000000000bb', decides: true }
const refresh = (version: number, needs: Need[], id = 'a') => ({
  id,
  version,
  needs,
  collection: { ownerAddress: ME },
})

/** What each answer in turn says anew. */
function tell(answers: ReturnType<typeof refresh>[][], help = owner) {
  let seen: SeenNeeds = {}
  return answers.map((answer) => {
    const learnt = learnNeeds(seen, answer, help)
    seen = learnt.seen
    return learnt.fresh.map(({ id, version }) => `${id}${version}`)
  })
}

test('default: a need is new once, however often it is heard of', () => {
  const waits = refresh(5, ['signature'])
  expect(tell([[waits], [waits], [refresh(7, ['signature'])]])).toEqual([['a5'], [], []])
})

test('behavior: only what this member can give counts', () => {
  const both = refresh(1, ['signature', 'resume'])
  expect(tell([[refresh(1, ['resume'])]], owner)).toEqual([[]])
  expect(tell([[refresh(1, ['signature'])]], operator)).toEqual([[]])
  expect(tell([[both]], operator)).toEqual([['a1']])
})

test('behavior: a need that was met and comes back is new', () => {
  const turns = [refresh(1, ['signature']), refresh(2, []), refresh(3, ['signature'])]
  expect(tell(turns.map((turn) => [turn]))).toEqual([['a1'], [], ['a3']])
})

test('behavior: another need of the same refresh is new', () => {
  expect(tell([[refresh(1, ['resume'])], [refresh(2, ['resume', 'decision'])]], operator)).toEqual([
    ['a1'],
    ['a2'],
  ])
})

test('behavior: what was overtaken on its way says nothing', () => {
  const turns = [refresh(1, ['signature']), refresh(4, []), refresh(3, ['signature'])]
  expect(tell(turns.map((turn) => [turn]))).toEqual([['a1'], [], []])
})

test('boundary: nothing learnt leaves what was seen as it is', () => {
  const seen: SeenNeeds = {}
  expect(learnNeeds(seen, [refresh(1, [])], owner).seen).toBe(seen)
})

const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => refresh(1, ['signature'], `${name}${at}`))

test('boundary: however many need this member, each is new once', () => {
  const all = many('r', 250)
  const learnt = learnNeeds({}, all, owner)
  expect(learnt.fresh).toHaveLength(250)
  expect(learnNeeds(learnt.seen, all, owner).fresh).toEqual([])
  expect(learnNeeds(learnt.seen, [...all, refresh(1, ['signature'])], owner).fresh).toHaveLength(1)
})

test('boundary: of those that are no longer heard of, the newest 200 are remembered', () => {
  const { seen } = learnNeeds({}, many('r', 250), owner)
  const later = learnNeeds(seen, [refresh(1, ['signature'])], owner).seen
  expect(Object.keys(later)).toHaveLength(201)
  expect(later).toMatchObject({ a: { version: 1 }, r249: { version: 1 } })
})
