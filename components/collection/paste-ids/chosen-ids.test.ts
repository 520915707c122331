import { expect, test } from 'vitest'
import type { TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { chosenIds, findPlaces } from './chosen-ids.ts'

const report: TokenIdReport = {
  ids: ['1', '2', '3', '9', '4', '8'],
  places: [1, 1, 1, 2, 3, 3],
  unit: 'line',
  duplicates: [],
  duplicateCount: 0,
  rangeCount: 1,
  refusals: [],
  refusedCount: 0,
  questions: [],
  tooMany: 0,
}
const checked = (unknown: string[], unknownCount = unknown.length) => ({
  state: 'checked' as const,
  checked: { isChecked: true, unknown, unknownCount },
})

test('behavior: unknown ids are left out when asked, and only when all of them are named', () => {
  expect(chosenIds(report, checked(['9', '8']), true)).toEqual(['1', '2', '3', '4'])
  expect(chosenIds(report, checked(['9', '8']), false)).toEqual(report.ids)
  expect(chosenIds(report, checked(['9'], 2), true)).toEqual(report.ids)
  expect(chosenIds(report, { state: 'none' }, true)).toEqual(report.ids)
  expect(chosenIds(null, { state: 'none' }, true)).toEqual([])
})

test('behavior: an id is found in the line it was read from', () => {
  expect(findPlaces(report, ['8', '9', '1'], 2)).toEqual([
    { text: '9', at: 2 },
    { text: '8', at: 3 },
  ])
})
