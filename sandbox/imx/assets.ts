import { AssetIndex, comparePlaces, type Place, placeOf } from '../world/asset-index.ts'
import { textOf } from '../world/exact-json.ts'
import type { Collection } from '../world/model.ts'
import { microsOf } from '../world/timestamp.ts'
import type { Token } from '../world/token.ts'
import type { World } from '../world/world.ts'
import { badRequest, notFound } from './api-error.ts'
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
  const extras = {
    hasFees: params.bool('include_fees') ?? false,
    hasOrders: (params.bool('sell_orders') || params.bool('buy_orders')) ?? false,
    auxiliaryFees: auxiliaryFees(params),
  }
  const place: Place | undefined = after && {
    key: order === 'name' ? after.name : microsOf(after.updated_at),
    id: after.id,
  }
  if (Number.isNaN(place?.key)) throw badRequest('Invalid cursor')

  const rows: { place: Place; token: Token; collection: Collection }[] = []
  for (const collection of collectionsOf(world, params)) {
    const sorted = world.indexes.get(collection.address)?.sorted(order) ?? []
    const step = isDescending ? -1 : 1
    const start = isDescending ? sorted.length - 1 : 0
    let at = place ? AssetIndex.startAfter(sorted, order, place, isDescending) : start
    for (let taken = 0; taken <= size; at += step) {
      const token = sorted[at]
      if (!token) break
      if (!wanted(token)) continue
      rows.push({ place: placeOf(token, order), token, collection })
      taken++
    }
  }
  rows.sort((a, b) => comparePlaces(a.place, b.place) * (isDescending ? -1 : 1))
  const page = rows.slice(0, size)
  const last = page.at(-1)?.token
  return {
    result: page.map(({ token, collection }) => showAsset(collection, token, extras)),
    cursor: last ? encodeCursor({ id: last.imxId, name: last.name, updated_at: last.updatedAt }) : '',
    remaining: rows.length > size ? 1 : 0,
  }
}

/** Percentages and recipients come as two lists that belong together. */
function auxiliaryFees(params: Params): { address: string; percentage: number }[] {
  const percentages = params.list('auxiliary_fee_percentages') ?? []
  const recipients = params.list('auxiliary_fee_recipients') ?? []
  const fees = recipients.map((address, at) => ({ address, percentage: Number(percentages[at]) }))
  if (
    percentages.length !== recipients.length ||
    fees.some(({ percentage }) => !(percentage >= 0 && percentage <= 100))
  )
    throw badRequest('auxiliary_fee_percentages and auxiliary_fee_recipients must be paired')
  return fees
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
    (!users || users.includes(token.birth.user)) &&
    (!status || token.birth.status === status) &&
    (name === undefined || token.name.toLowerCase().includes(name)) &&
    (min === undefined || Math.floor(token.updatedMicros / 1_000) >= min) &&
    (max === undefined || Math.floor(token.updatedMicros / 1_000) <= max) &&
    traits.every(([key, values]) => values.includes(textOf(token.shows(key))))
}

/** GET /v1/assets/{token_address}/{token_id}: the token's id or the network's own id of the asset. */
export function getAsset(world: World, address: string, id: string, hasFees: boolean) {
  const collection = world.findCollection(address)
  const token =
    collection?.tokens.get(id) ?? (id.startsWith('0x') && findByImxId(collection, id.toLowerCase()))
  if (!collection || !token) throw notFound(`Asset with address ${address} and id '${id}' not found`)
  return showAsset(collection, token, { hasFees, hasOrders: true })
}

function findByImxId(collection: Collection | undefined, id: string): Token | undefined {
  const token = collection?.tokens.get(String(Number(`0x${id.slice(-24)}`)))
  return token?.imxId === id ? token : undefined
}
