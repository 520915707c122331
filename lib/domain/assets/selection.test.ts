import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTokens,
  EXCEPT_LIMIT,
  emptySelection,
  extendSelection,
  isSelected,
  pageState,
  readSelection,
  removeTokens,
  SELECTION_LIMIT,
  type Selection,
  selectMatching,
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
    expect(toggleToken(full, String(SELECTION_LIMIT))).toMatchObject({ overflow: 1 })
    expect(removeTokens(full, ['0'])).toMatchObject({ overflow: 0 })
  })

  test('behavior: it survives being written down; nonsense reads as empty', () => {
    const some = addTokens(emptySelection, ['7', '8'])
    expect(readSelection(writeSelection(some))).toEqual(some)
    const matching = removeTokens(selectMatching({ status: 'imx', lastRefresh: 'failed' }), ['7', '8'])
    expect(readSelection(writeSelection(matching))).toEqual(matching)
    for (const text of [null, '', '{', '{}', 'null', '{"query":{"status":"x"},"except":[]}']) {
      expect(readSelection(text)).toEqual(emptySelection)
    }
    expect(readSelection('{"ids":["1","01",2,null,"x"]}')).toMatchObject({ ids: new Set(['1']) })
  })

  test('behavior: of all that match, a token taken out is an exception, until the limit', () => {
    const all = selectMatching({ status: 'imx' })
    expect(pageState(all, page)).toBe('all')
    const two = toggleToken(toggleToken(all, '2'), '5')
    expect([...two.except]).toEqual(['2', '5'])
    expect(pageState(two, page)).toBe('some')
    expect([...addTokens(two, page).except]).toEqual([])
    const ids = Array.from({ length: EXCEPT_LIMIT + 3 }, (_, index) => String(index))
    expect(removeTokens(all, ids)).toMatchObject({ overflow: 3, except: { size: EXCEPT_LIMIT } })
  })

  const act = fc.oneof(
    fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom(...page, '77') }),
    fc.record({ kind: fc.constant('extend' as const), id: fc.constantFrom(...page) }),
    fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), id: fc.constantFrom(...page) }),
  )

  test('property: acts never change an older value, touch only what they name, and agree with the page box', () => {
    fc.assert(
      fc.property(fc.array(act), fc.boolean(), (acts, isQuery) => {
        let selection: Selection = isQuery ? selectMatching({ lastRefresh: 'never' }) : emptySelection
        const all = [...page, '77', '78']
        const look = (of: Selection) => all.filter((id) => isSelected(of, id))
        for (const { kind, id } of acts) {
          const previous = selection
          const before = look(previous)
          if (kind === 'toggle') selection = toggleToken(selection, id)
          if (kind === 'extend') selection = extendSelection(selection, id, page)
          if (kind === 'add') selection = addTokens(selection, [id])
          if (kind === 'remove') selection = removeTokens(selection, [id])
          expect(look(previous)).toEqual(before)
          expect(selection.kind).toBe(previous.kind)
          if (kind !== 'extend') {
            expect(look(selection).filter((other) => other !== id)).toEqual(
              before.filter((other) => other !== id),
            )
          }
          if (kind === 'toggle') expect(isSelected(selection, id)).toBe(!isSelected(previous, id))
          if (id !== '77') expect(isSelected(selection, '77')).toBe(isSelected(previous, '77'))
          expect(look(readSelection(writeSelection(selection)))).toEqual(look(selection))
          const count = page.filter((shown) => isSelected(selection, shown)).length
          expect(pageState(selection, page)).toBe(
            count === 0 ? 'none' : count === page.length ? 'all' : 'some',
          )
        }
      }),
    )
  })
})
