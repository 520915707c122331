import { expect, test } from 'vitest'
import { parseTokenIds } from '../../lib/collection/parse-token-ids.ts'
import { chosenIds, findLines } from './chosen-ids.ts'

const report = parseTokenIds('1-3\n#9\n4, 8')
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
  expect(findLines(report, ['8', '9', '1'], 2)).toEqual([
    { text: '9', line: 2 },
    { text: '8', line: 3 },
  ])
})
