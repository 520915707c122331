import { expect, test } from 'vitest'
import type { Asset, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import { parseExact } from '../../../lib/networks/origin/json/exact-json.ts'
import { pickTraitColumns, traitText } from './trait-columns.ts'

const asset = (metadata: Asset['metadata']) => ({ metadata }) as Asset
const filter = (key: string): TraitFilter => ({ key, type: 'text', values: [], range: null })

test('default: what one can filter by comes first, then what most assets carry', () => {
  const assets = [asset({ Faction: 'Ember', Level: 3, Mood: 'calm' }), asset({ Level: 4, Helm: 'Hood' })]
  expect(pickTraitColumns([filter('Faction')], assets)).toEqual(['Faction', 'Level', 'Mood'])
})

test('behavior: columns one can filter by stay on a page whose assets have no such trait', () => {
  const filters = [filter('name'), filter('Faction'), filter('Level')]
  expect(pickTraitColumns(filters, [asset(null), asset({ image: 'https://x.test/1.png' })])).toEqual([
    'Faction',
    'Level',
  ])
})

test('boundary: a number that JavaScript cannot hold keeps its digits', () => {
  const huge = asset(parseExact('{"Serial": 12345678901234567890}') as Asset['metadata'])
  expect([pickTraitColumns([], [huge]), traitText(huge, 'Serial')]).toEqual([
    ['Serial'],
    '12345678901234567890',
  ])
})

test('boundary: only short plain values are shown', () => {
  const long = asset({ Lore: 'x'.repeat(41), Stats: { power: 1 }, __proto__: 'no', Rank: 0 })
  expect(pickTraitColumns([], [long])).toEqual(['Rank'])
  expect(['Lore', 'Stats', 'toString', 'Rank'].map((key) => traitText(long, key))).toEqual([
    null,
    null,
    null,
    '0',
  ])
})
