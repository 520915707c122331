import 'server-only'
import { Address } from '../../domain/networks/address-schema.ts'
import { NetworkSlug } from '../../domain/networks/network-slug-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'

export type FoundToken = {
  tokenId: string
  name: string | null
  imageUrl: string | null
  collection: { network: NetworkSlug; address: Address; name: string }
}

type TokenRow = Omit<FoundToken, 'collection'> & { network: string; address: string; collectionName: string }

const found = Prisma.sql`
  SELECT asset."tokenId", asset."name", asset."imageUrl", c."network", c."address", c."name" AS "collectionName"
  FROM "IndexedAsset" asset JOIN "Collection" c ON c."id" = asset."collectionId"`

/** The expressions of the indexes that the migration `token_search` made. */
const idKey = Prisma.sql`left(asset."tokenId", 80)`
const nameKey = Prisma.sql`left(lower(asset."name"), 100)`

/** Above whatever begins like a text. */
const BEYOND = String.fromCodePoint(0x10_ff_ff)

type Search = { networks: readonly NetworkSlug[]; take: number }

/** The token of these collections, as far as their indexes have it. */
export async function findTokenIn(
  db: Db,
  collectionIds: readonly string[],
  tokenId: string,
): Promise<Map<string, FoundToken>> {
  const rows = await db.$queryRaw<(TokenRow & { collectionId: string })[]>`
    SELECT found.*, asked.id::text AS "collectionId" FROM unnest(${collectionIds}::uuid[]) AS asked (id)
    CROSS JOIN LATERAL (${found} WHERE asset."collectionId" = asked.id AND asset."tokenId" = ${tokenId}) found`
  return new Map(rows.map(({ collectionId, ...row }) => [collectionId, toFound(row)]))
}

/** Tokens whose id begins so and goes on, in the order of their digits. */
export const listTokensByIdPrefix = (db: Db, prefix: string, search: Search): Promise<FoundToken[]> =>
  listInOrder(db, idKey, Prisma.sql`${idKey} ~>~ ${prefix} AND ${idKey} ~<~ ${prefix + BEYOND}`, search)

/** Tokens whose name begins so, in capitals or not. */
export function listTokensByName(db: Db, prefix: string, search: Search): Promise<FoundToken[]> {
  const from = Prisma.sql`lower(${prefix})`
  return listInOrder(
    db,
    nameKey,
    Prisma.sql`${nameKey} ~>=~ ${from} AND ${nameKey} ~<~ (${from} || ${BEYOND})`,
    search,
  )
}

/** Reads no more of the index of `key` than it answers. */
async function listInOrder(
  db: Db,
  key: Prisma.Sql,
  isMeant: Prisma.Sql,
  { networks, take }: Search,
): Promise<FoundToken[]> {
  const rows = await db.$queryRaw<TokenRow[]>`
    ${found} WHERE ${isMeant} AND c."network" = ANY(${networks}::text[])
    ORDER BY ${key} USING ~<~ LIMIT ${take}`
  return rows.map(toFound)
}

const toFound = ({ network, address, collectionName, ...token }: TokenRow): FoundToken => ({
  ...token,
  collection: {
    network: NetworkSlug.parse(network),
    address: Address.parse(address),
    name: collectionName,
  },
})
