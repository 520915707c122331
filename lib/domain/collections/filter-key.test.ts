import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterKey } from './filter-key.ts'

const word = fc.constantFrom('Helm', 'Faction', 'Hood', 'Void')
const traits = fc.dictionary(word, fc.array(word, { maxLength: 3 }), { noNullPrototype: true })

test('property: neither the order of names nor of values, nor an empty part, makes another filter', () => {
  fc.assert(
    fc.property(traits, fc.option(word, { nil: undefined }), (wanted, name) => {
      const turned = Object.fromEntries(
        Object.entries(wanted)
          .reverse()
          .map(([key, values]) => [key, [...values].reverse()]),
      )
      const one = { ...(name && { name }), status: 'imx' as const, traits: wanted }
      const other = { traits: { ...turned, Rarity: [] }, status: 'imx' as const, ...(name && { name }) }
      expect(filterKey(one)).toBe(filterKey(other))
      expect(filterKey({ ...one, lastRefresh: 'old' })).not.toBe(filterKey(one))
      expect(filterKey({ ...one, traits: { ...wanted, Rarity: ['Rare'] } })).not.toBe(filterKey(one))
    }),
  )
  expect(filterKey({ traits: {} })).toBe(filterKey({}))
})
