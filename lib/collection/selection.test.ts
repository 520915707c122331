import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTokens,
  emptySelection,
  extendSelection,
  pageState,
  readSelection,
  removeTokens,
  SELECTION_LIMIT,
  toggleToken,
  writeSelection,
} from './selection.ts'

const page = ['1', '2', '3', '4', '5', '6']
const selected = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort()

describe('selection', () => {
  test('default: a single token, a shift-range in both directions, a page', () => {
    const one = toggleToken(emptySelection, '4')
    expect(selected(extendSelection(one, '6', page))).toEqual(['4', '5', '6'])
    expect(selected(extendSelection(one, '2', page))).toEqual(['2', '3', '4'])
    expect(selected(addTokens(one, page))).toEqual(page)
    expect(selected(toggleToken(one, '4'))).toEqual([])
  })

  test('behavior: a range from a token just deselected deselects', () => {
    const all = addTokens(emptySelection, page)
    expect(selected(extendSelection(toggleToken(all, '2'), '4', page))).toEqual(['1', '5', '6'])
  })

  test('behavior: without a last token on this page, shift is a plain click', () => {
    expect(selected(extendSelection(emptySelection, '3', page))).toEqual(['3'])
    expect(selected(extendSelection(toggleToken(emptySelection, '99'), '3', page))).toEqual(['3', '99'])
  })

  test('boundary: the limit is never passed, and what did not fit is counted', () => {
    const ids = Array.from({ length: SELECTION_LIMIT + 7 }, (_, index) => String(index))
    const full = addTokens(emptySelection, ids)
    expect([full.ids.size, full.overflow]).toEqual([SELECTION_LIMIT, 7])
    expect(addTokens(full, ['0'])).toMatchObject({ overflow: 0 })
    expect(toggleToken(full, '99999')).toMatchObject({ overflow: 1 })
    expect(removeTokens(full, ['0'])).toMatchObject({ overflow: 0 })
  })

  test('behavior: it survives being written down; nonsense reads as empty', () => {
    const some = addTokens(emptySelection, ['7', '8'])
    expect(readSelection(writeSelection(some)).ids).toEqual(some.ids)
    for (const text of [null, '', '{', '{}', 'null']) expect(readSelection(text).ids.size).toBe(0)
    expect(selected(readSelection('["1","01",2,null,"x"]'))).toEqual(['1'])
  })

  const act = fc.oneof(
    fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom(...page, '77') }),
    fc.record({ kind: fc.constant('extend' as const), id: fc.constantFrom(...page) }),
    fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), id: fc.constantFrom(...page) }),
  )

  test('property: acts never change an older value, touch only what they name, and agree with the page box', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let selection = emptySelection
        for (const { kind, id } of acts) {
          const before = [...selection.ids]
          const previous = selection
          if (kind === 'toggle') selection = toggleToken(selection, id)
          if (kind === 'extend') selection = extendSelection(selection, id, page)
          if (kind === 'add') selection = addTokens(selection, [id])
          if (kind === 'remove') selection = removeTokens(selection, [id])
          expect([...previous.ids]).toEqual(before)
          if (kind !== 'extend') {
            expect(selected(selection).filter((other) => other !== id)).toEqual(
              before.filter((other) => other !== id).sort(),
            )
          }
          if (id !== '77') expect(selection.ids.has('77')).toBe(previous.ids.has('77'))
          const count = page.filter((shown) => selection.ids.has(shown)).length
          expect(pageState(selection, page)).toBe(
            count === 0 ? 'none' : count === page.length ? 'all' : 'some',
          )
        }
      }),
    )
  })
})
