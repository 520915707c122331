import { isExactNumber } from '../../networks/origin/json/exact-json.ts'

/** A value short and plain enough for a cell of a table. */
export type PlainTrait = string | number | boolean
export type PlainTraits = Record<string, PlainTrait>

const LONGEST_TEXT = 40
const MOST_TRAITS = 40

/** What metadata says beside its traits, and pages show elsewhere. */
const notTraits = new Set([
  'name',
  'description',
  'image',
  'image_url',
  'animation_url',
  'external_url',
  'token_id',
  'id',
])

/** Of metadata what a table shows and the index keeps: its first plain values. */
export function plainTraits(metadata: Record<string, unknown> | null): PlainTraits {
  const traits = Object.entries(metadata ?? {}).flatMap(([key, value]): [string, PlainTrait][] => {
    const plain = isTraitKey(key) ? plainTrait(value) : null
    return plain === null ? [] : [[key, plain]]
  })
  return Object.fromEntries(traits.slice(0, MOST_TRAITS))
}

export const isTraitKey = (key: string): boolean => key.length <= LONGEST_TEXT && !notTraits.has(key)

/** Null for what is no plain value. A number that JavaScript cannot hold is the text of its digits. */
export function plainTrait(value: unknown): PlainTrait | null {
  const plain = isExactNumber(value) ? value.rawJSON : value
  if (typeof plain === 'string') return plain.length <= LONGEST_TEXT ? plain : null
  return typeof plain === 'number' || typeof plain === 'boolean' ? plain : null
}
