import { isTokenId } from '../../token-id.ts'
import type { IdColumn } from '../id-source.ts'
import { addCell, createColumn } from './table-builder.ts'

const MAX_DEPTH = 6
/** A longer list within a list is no row of a table. */
const MAX_CELLS = 50
const PAUSE = 256

type Json = { [key: string]: unknown }
type IndexSync = {
  columns: Map<string, IdColumn>
  /** The same in the order in which they were met, so that a list need not look through those before it. */
  met: IdColumn[]
  /** In how many items of its list each field was met. */
  items: Map<IdColumn, number>
  steps: number
}

/**
 * Every field of a JSON value that may hold ids, as a column: the members of its lists, the fields of the objects in
 * them, and keys that are ids. Lists of objects within the items of a list, such as attributes, are never looked into.
 */
export function* jsonColumns(values: unknown[]): Generator<void, IdColumn[]> {
  const walk: IndexSync = { columns: new Map(), met: [], items: new Map(), steps: 0 }
  yield* values.length === 1 ? readValue(walk, values[0], []) : readList(walk, values, [])
  return walk.met.filter(({ filled }) => filled > 0)
}

function* readValue(walk: IndexSync, value: unknown, path: string[]): Generator<void> {
  if (path.length > MAX_DEPTH) return
  if (Array.isArray(value)) yield* readList(walk, value, path)
  else if (!isObject(value)) yield* put(walk, path, value, 1)
  else if (isKeyedById(value)) {
    for (const [at, key] of Object.keys(value).entries()) yield* put(walk, [...path, 'key'], key, at + 1)
    yield* readList(walk, Object.values(value), path)
  } else for (const [key, member] of Object.entries(value)) yield* readValue(walk, member, [...path, key])
}

function* readList(walk: IndexSync, list: unknown[], path: string[]): Generator<void> {
  const before = walk.met.length
  for (const [index, item] of list.entries()) yield* readItem(walk, item, path, index + 1, 0)
  for (const column of walk.met.slice(before)) {
    column.missing = list.length - (walk.items.get(column) ?? 0)
  }
}

function* readItem(
  walk: IndexSync,
  item: unknown,
  path: string[],
  at: number,
  depth: number,
): Generator<void> {
  if (depth > MAX_DEPTH) return
  if (isObject(item)) {
    for (const [key, member] of Object.entries(item)) {
      yield* readItem(walk, member, [...path, key], at, depth + 1)
    }
  } else if (!Array.isArray(item)) yield* put(walk, path, item, at)
  else if (depth === 0 && item.length <= MAX_CELLS) {
    for (const [index, cell] of item.entries()) yield* put(walk, [...path, `${index + 1}`], cell, at)
  } else for (const member of item) yield* put(walk, path, member, at)
}

function* put(walk: IndexSync, path: string[], value: unknown, at: number): Generator<void> {
  if (++walk.steps % PAUSE === 0) yield
  if (Array.isArray(value) || isObject(value)) return
  const name = path.join('.')
  const column = walk.columns.get(name) ?? meetColumn(walk, name)
  if (column.places.at(-1) !== at) walk.items.set(column, (walk.items.get(column) ?? 0) + 1)
  addCell(column, value === null ? '' : String(value), at)
}

function meetColumn({ columns, met }: IndexSync, name: string): IdColumn {
  const column = createColumn(name)
  columns.set(name, column)
  met.push(column)
  return column
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Metadata of a whole collection, each token's under its id. */
function isKeyedById(value: Json): boolean {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every(isTokenId)
}
