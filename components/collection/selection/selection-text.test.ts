import { expect, test } from 'vitest'
import {
  addTokens,
  EXCEPT_LIMIT,
  emptySelection,
  removeTokens,
  SELECTION_LIMIT,
  selectMatching,
} from '../../../lib/domain/assets/selection.ts'
import { overflowText, selectionText } from './selection-text.ts'

const ids = (count: number, first = 1) => Array.from({ length: count }, (_, at) => String(first + at))
const named = (count: number) => ({
  selection: addTokens(emptySelection, ids(count)),
  count: { tokens: count, isAtLeast: false },
  isHere: true,
})

test('default: named tokens that the page does not show are counted as not in this view, wherever they are', () => {
  expect(selectionText(named(48), ids(48))).toBeNull()
  expect(selectionText(named(60), ids(48))).toBe('12 not in this view')
  // Under a filter that none of them matches there is no other page that has them.
  expect(selectionText(named(48), [])).toBe('48 not in this view')
})

test('default: all that match are told with what was taken out and how far they are counted', () => {
  const selection = removeTokens(selectMatching({}), ['7', '8'])
  const say = (count: Parameters<typeof selectionText>[0]['count'], isHere = true) =>
    selectionText({ selection, count, isHere }, ids(48))
  expect(say({ tokens: 9_998, isAtLeast: false })).toBe('all 10,000 that match, except 2')
  expect(say({ tokens: 3_400, isAtLeast: true })).toBe('all that match, except 2, still counting')
  expect(say(null)).toBe('all that match, except 2, not counted yet')
  expect(say({ tokens: 9_998, isAtLeast: false }, false)).toBe(
    'all 10,000 that match other filters, except 2',
  )
})

test('boundary: what a limit kept out is said, with the way on', () => {
  expect(overflowText(named(3).selection)).toBeNull()
  expect(overflowText(addTokens(emptySelection, ids(SELECTION_LIMIT + 5)))).toMatch(/^5 not added/)
  expect(overflowText(removeTokens(selectMatching({}), ids(EXCEPT_LIMIT + 1)))).toMatch(/^1 still selected/)
})
