import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assetStatuses, refreshFilters } from '../../../lib/domain/assets/asset-filter.ts'
import { AssetFilter } from '../../../lib/domain/assets/asset-filter-schema.ts'
import { AssetQuery } from '../../../lib/domain/collections/model-schema.ts'
import {
  type BrowseState,
  countFilters,
  fromAssetFilter,
  parseBrowse,
  toAssetFilter,
  toggleTrait,
  writeAssetQuery,
  writeBrowse,
} from './browse-state.ts'

const text = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((value) => value.trim())
  .filter((value) => value !== '')
const moment = fc
  .integer({ min: 1_600_000_000, max: 1_900_000_000 })
  .map((at) => new Date(at * 1000).toISOString())
const states: fc.Arbitrary<BrowseState> = fc.record({
  name: fc.option(text),
  status: fc.option(fc.constantFrom(...assetStatuses)),
  user: fc.option(fc.constant('0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266')),
  traits: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
  updatedAfter: fc.option(moment),
  updatedBefore: fc.option(moment),
  lastRefresh: fc.option(fc.constantFrom(...refreshFilters)),
  orderBy: fc.constantFrom('updated_at' as const, 'name' as const),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  cursor: fc.constant(null),
  page: fc.constant(1),
  view: fc.constantFrom('grid' as const, 'table' as const),
})

describe('browse state', () => {
  test('behavior: what is written to the address is read back', () => {
    fc.assert(
      fc.property(states, fc.option(text), (state, cursor) => {
        const whole = cursor === null ? state : { ...state, cursor, page: 3 }
        expect(parseBrowse(new URLSearchParams(writeBrowse(whole)))).toEqual(whole)
      }),
    )
  })

  test('behavior: what goes to the API is a valid query', () => {
    fc.assert(
      fc.property(states, (state) => {
        const query = AssetQuery.parse(Object.fromEntries(writeAssetQuery(state, 48)))
        expect(query.pageSize).toBe(48)
        expect(query.traits ?? {}).toEqual(state.traits)
        const filter = AssetFilter.parse(toAssetFilter(state))
        expect({ ...state, ...fromAssetFilter(filter) }).toEqual(state)
      }),
    )
  })

  test('error: a broken value is left out and the others stay', () => {
    const state = parseBrowse(
      new URLSearchParams('name=Ember&status=lost&traits={&updatedAfter=soon&orderBy=price&page=x'),
    )
    expect(state).toMatchObject({
      name: 'Ember',
      status: null,
      traits: {},
      updatedAfter: null,
      orderBy: 'updated_at',
      page: 1,
    })
  })

  test('behavior: a trait value goes on and off, and leaves nothing behind', () => {
    const on = toggleTrait({ Helm: ['Hood'] }, 'Faction', 'Void')
    expect(countFilters({ ...parseBrowse(new URLSearchParams()), traits: on })).toBe(2)
    expect(toggleTrait(on, 'Faction', 'Void')).toEqual({ Helm: ['Hood'] })
  })
})
