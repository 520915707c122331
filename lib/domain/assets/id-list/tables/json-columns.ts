import { isTokenId } from '../../token-id.ts'
import type { IdColumn } from '../id-source.ts'
import { addCell, createColumn } from './table-builder.ts'

const MAX_DEPTH = 6
/** A longer list within a list is no row of a table. */
const MAX_CELLS = 50
const PAUSE = 256

type Json = { [key: string]: unknown }
type Reading = {
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
  const reading: Reading = { columns: new Map(), met: [], items: new Map(), steps: 0 }
  yield* values.length === 1 ? readValue(reading, values[0], []) : readList(reading, values, [])
  return reading.met.filter(({ filled }) => filled > 0)
}

function* readValue(reading: Reading, value: unknown, path: string[]): Generator<void> {
  if (path.length > MAX_DEPTH) return
  if (Array.isArray(value)) yield* readList(reading, value, path)
  else if (!isObject(value)) yield* put(reading, path, value, 1)
  else if (isKeyedById(value)) {
    for (const [at, key] of Object.keys(value).entries()) yield* put(reading, [...path, 'key'], key, at + 1)
    yield* readList(reading, Object.values(value), path)
  } else for (const [key, member] of Object.entries(value)) yield* readValue(reading, member, [...path, key])
}

function* readList(reading: Reading, list: unknown[], path: string[]): Generator<void> {
  const before = reading.met.length
  for (const [index, item] of list.entries()) yield* readItem(reading, item, path, index + 1, 0)
  for (const column of reading.met.slice(before)) {
    column.missing = list.length - (reading.items.get(column) ?? 0)
  }
}

function* readItem(
  reading: Reading,
  item: unknown,
  path: string[],
  at: number,
  depth: number,
): Generator<void> {
  if (depth > MAX_DEPTH) return
  if (isObject(item)) {
    for (const [key, member] of Object.entries(item)) {
      yield* readItem(reading, member, [...path, key], at, depth + 1)
    }
  } else if (!Array.isArray(item)) yield* put(reading, path, item, at)
  else if (depth === 0 && item.length <= MAX_CELLS) {
    for (const [index, cell] of item.entries()) yield* put(reading, [...path, `${index + 1}`], cell, at)
  } else for (const member of item) yield* put(reading, path, member, at)
}

function* put(reading: Reading, path: string[], value: unknown, at: number): Generator<void> {
  if (++reading.steps % PAUSE === 0) yield
  if (Array.isArray(value) || isObject(value)) return
  const name = path.join('.')
  const column = reading.columns.get(name) ?? meetColumn(reading, name)
  if (column.places.at(-1) !== at) reading.items.set(column, (reading.items.get(column) ?? 0) + 1)
  addCell(column, value === null ? '' : String(value), at)
}

function meetColumn({ columns, met }: Reading, name: string): IdColumn {
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
