import { expect, test } from 'vitest'
import { barLooks, kindsInKey } from './bar-looks.ts'

const words = (...drawn: Parameters<typeof kindsInKey>[0][]) =>
  drawn.map((kinds) => kindsInKey(kinds).map((kind) => barLooks[kind].words))

test('the key explains the usual bars from the start, and every other kind as soon as it is drawn', () => {
  expect(words([], ['lost', 'processing', 'lost'], ['expected', 'rejected'])).toEqual([
    ['waiting upstream', 'processing', 'finished'],
    ['waiting upstream', 'processing', 'finished', 'outcome unknown'],
    ['waiting upstream', 'processing', 'finished', 'not accepted', 'expected'],
  ])
})
