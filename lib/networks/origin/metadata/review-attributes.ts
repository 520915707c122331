import type { Finding } from '../finding-schema.ts'
import type { Metadata } from './metadata.ts'

const MOST = 20

/** Marketplaces read `attributes` as a list of `{trait_type, value}`; anything else they leave out. */
export function reviewAttributes(metadata: Metadata): Finding[] {
  if (!Object.hasOwn(metadata, 'attributes')) return []
  const { attributes } = metadata
  if (!Array.isArray(attributes))
    return [{ kind: 'attributes_shape', key: 'attributes', word: kindWord(attributes) }]
  return attributes.flatMap((one, at) => reviewAttribute(one, `attributes[${at}]`)).slice(0, MOST)
}

function reviewAttribute(attribute: unknown, key: string): Finding[] {
  if (typeof attribute !== 'object' || attribute === null || Array.isArray(attribute))
    return [{ kind: 'attribute_shape', key, word: kindWord(attribute) }]
  const { value, trait_type: trait } = attribute as Record<string, unknown>
  if (value === undefined) return [{ kind: 'attribute_shape', key, word: 'an object without value' }]
  const nulls = [value === null && 'value', trait === null && 'trait_type'].filter((name) => name !== false)
  return nulls.map((name) => ({ kind: 'attribute_null', key: `${key}.${name}` }))
}

function kindWord(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object'
    ? 'an object'
    : ({ string: 'a text', number: 'a number' }[typeof value as string] ?? 'true or false')
}
