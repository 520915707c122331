import { AssetIndex, nameOf, type Place } from '../world/asset-index.ts'
import type { Collection, Token } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { notFound } from './api-error.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { Params } from './params.ts'
import { showAsset } from './show-asset.ts'

const statuses = ['eth', 'imx', 'preparing_withdrawal', 'withdrawable', 'burned'] as const

/** GET /v1/assets: walks the sorted index from the cursor and stops one row after the page is full. */
export function listAssets(world: World, params: Params) {
  const size = params.pageSize()
  const order = params.oneOf('order_by', ['updated_at', 'name']) ?? 'updated_at'
  const isDescending = (params.oneOf('direction', ['asc', 'desc']) ?? 'desc') === 'desc'
  const cursor = params.text('cursor')
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['id', 'name', 'updated_at'])
  const wanted = toFilter(params)
  const hasFees = params.bool('include_fees') ?? false
  // Orders do not exist here, so nobody has any.
  const wantsOrders = params.bool('sell_orders') || params.bool('buy_orders')

  const page: { collection: Collection; token: Token }[] = []
  for (const collection of wantsOrders ? [] : collectionsOf(world, params)) {
    const rows = world.indexes.get(collection.address)?.sorted(order) ?? []
    const place: Place | undefined = after && {
      key: order === 'name' ? after.name : after.updated_at,
      id: after.id,
    }
    const step = isDescending ? -1 : 1
    let at = place ? AssetIndex.startAfter(rows, place, isDescending) : isDescending ? rows.length - 1 : 0
    for (let taken = 0; taken <= size && rows[at]; at += step) {
      const token = rows[at]?.token
      if (!token || !wanted(token)) continue
      page.push({ collection, token })
      taken++
    }
  }
  const merged = page
    .sort((a, b) => compareRows(a.token, b.token, order) * (isDescending ? -1 : 1))
    .slice(0, size + 1)
  const result = merged.slice(0, size)
  const last = result.at(-1)?.token
  return {
    result: result.map(({ collection, token }) => showAsset(collection, token, hasFees)),
    cursor: last ? encodeCursor({ id: last.id, name: nameOf(last), updated_at: last.updatedAt }) : '',
    remaining: merged.length > size ? 1 : 0,
  }
}

function compareRows(a: Token, b: Token, order: 'updated_at' | 'name'): number {
  const [x, y] = order === 'name' ? [nameOf(a), nameOf(b)] : [a.updatedAt, b.updatedAt]
  if (x !== y) return x < y ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

function collectionsOf(world: World, params: Params): Collection[] {
  const addresses = params.list('collection')
  const all = [...world.collections.values()]
  return addresses ? all.filter(({ address }) => addresses.includes(address)) : all
}

function toFilter(params: Params): (token: Token) => boolean {
  const users = params.list('user')
  const status = params.oneOf('status', statuses)
  const name = params.text('name')?.toLowerCase()
  const traits = Object.entries(params.traits() ?? {})
  const [min, max] = [params.time('updated_min_timestamp'), params.time('updated_max_timestamp')]
  return (token) =>
    (!users || users.includes(token.user)) &&
    (!status || token.status === status) &&
    (name === undefined || nameOf(token).toLowerCase().includes(name)) &&
    (min === undefined || Date.parse(token.updatedAt) >= min) &&
    (max === undefined || Date.parse(token.updatedAt) <= max) &&
    traits.every(([key, values]) => values.includes(String(token.shown[key])))
}

/** GET /v1/assets/{token_address}/{token_id} */
export function getAsset(world: World, address: string, tokenId: string, hasFees: boolean) {
  const collection = world.findCollection(address)
  const token = collection?.tokens.get(tokenId)
  if (!collection || !token) throw notFound(`Asset with address ${address} and id '${tokenId}' not found`)
  return showAsset(collection, token, hasFees)
}
