import type { Collection } from '../world/model.ts'
import { themes } from '../world/traits.ts'
import type { World } from '../world/world.ts'
import { badRequest, notFound } from './api-error.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { Params } from './params.ts'
import { showCollection } from './show-asset.ts'

const orders = ['name', 'address', 'project_id', 'created_at', 'updated_at'] as const
type Shown = ReturnType<typeof showCollection>

/** GET /v1/collections */
export function listCollections(world: World, params: Params) {
  const size = params.pageSize()
  const order = params.oneOf('order_by', orders) ?? 'name'
  const sign = (params.oneOf('direction', ['asc', 'desc']) ?? 'asc') === 'asc' ? 1 : -1
  const [allowed, denied, keyword] = [
    params.list('whitelist'),
    params.list('blacklist'),
    params.text('keyword')?.toLowerCase(),
  ]
  const key = (shown: Shown) =>
    `${order === 'project_id' ? String(shown.project_id).padStart(12, '0') : shown[order]} ${shown.address}`
  const all = [...world.collections.values()]
    .filter(({ address }) => (!allowed || allowed.includes(address)) && !denied?.includes(address))
    .filter(({ name, description }) => !keyword || `${name} ${description}`.toLowerCase().includes(keyword))
    .map((collection) => showCollection(collection, world.originUrl))
    .sort((a, b) => (key(a) < key(b) ? -sign : sign))
  const cursor = params.text('cursor')
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['address']).address
  const start = after === undefined ? 0 : all.findIndex(({ address }) => address === after) + 1
  if (after !== undefined && start === 0) throw badRequest('Invalid cursor')
  const result = all.slice(start, start + size)
  const last = result.at(-1)
  return {
    result,
    cursor: last
      ? encodeCursor({
          name: last.name,
          address: last.address,
          project_id: String(last.project_id),
          created_at: last.created_at,
          updated_at: last.updated_at,
        })
      : '',
    remaining: start + size < all.length ? 1 : 0,
  }
}

export function requireCollection(world: World, address: string): Collection {
  const collection = world.findCollection(address)
  if (!collection) throw notFound(`Collection with address ${address} not found`)
  return collection
}

/** GET /v1/collections/{address}/filters: a bare array, as the specification has it. */
export function listFilters(collection: Collection) {
  const enums = Object.entries(themes[collection.art].kinds).map(([key, value]) => ({
    key,
    type: 'enum',
    value: [...value],
  }))
  return [...enums, { key: 'Level', type: 'discrete', range: { min: 1, max: 60 } }]
}

/** GET /v1/collections/{address}/metadata-schema */
export function listSchema(collection: Collection) {
  const text = ['name', 'description', 'image_url'].map((name) => ({ name, type: 'text', filterable: false }))
  const enums = Object.keys(themes[collection.art].kinds).map((name) => ({
    name,
    type: 'enum',
    filterable: true,
  }))
  return [...text, ...enums, { name: 'Level', type: 'discrete', filterable: true }]
}
