import type { Art } from './model.ts'

type Theme = { noun: string; kinds: Record<string, readonly string[]>; named: string }

/** What tokens of each art are made of; `named` is the trait that goes into the name. */
export const themes: Record<Art, Theme> = {
  wardens: {
    noun: 'Warden',
    named: 'Faction',
    kinds: {
      Faction: ['Dune', 'Ember', 'Frost', 'Grove', 'Tide', 'Void'],
      Helm: ['Barbute', 'Corinthian', 'Great helm', 'Hood', 'Horned'],
      Rarity: ['Common', 'Uncommon', 'Rare', 'Epic'],
    },
  },
  relics: {
    noun: 'relic',
    named: 'Kind',
    kinds: {
      Kind: ['Shield', 'Key', 'Gem', 'Book', 'Blade', 'Potion'],
      Rarity: ['Common', 'Rare', 'Legendary'],
    },
  },
  isles: {
    noun: 'Isle',
    named: 'Biome',
    kinds: { Biome: ['Coral', 'Pine', 'Ash', 'Meadow'], Size: ['Small', 'Large'] },
  },
}
