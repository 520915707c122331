import 'server-only'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { Db } from '../connection/client.ts'
import { containing, escapeLike } from '../connection/containing.ts'
import { type Collection, Prisma } from '../generated/client.ts'
import { type StoredCollection, toStored } from './collections.ts'

type TeamFilter = {
  networks: readonly NetworkSlug[]
  /** Part of a name or address. */
  text?: string | undefined
}

type TeamPage = TeamFilter & {
  /** Whose come first. */
  ownerAddress: string
  skip?: number
  take: number
  /** Only those whose index has the token, or has not seen it and is not complete. */
  token?: { id: string; isIndexed: boolean }
}

/** Every collection that anybody here owned, refreshed or opened: one owner's first, then the latest refreshed or opened. */
export async function listTeamCollections(
  db: Db,
  { ownerAddress, networks, text = '', skip = 0, take, token }: TeamPage,
): Promise<StoredCollection[]> {
  const part = `%${escapeLike(text)}%`
  const rows = await db.$queryRaw<Collection[]>`
    SELECT c.* FROM "Collection" c
    LEFT JOIN LATERAL (
      SELECT max("createdAt") AS "at" FROM "Refresh" WHERE "collectionId" = c."id"
    ) refreshed ON true
    LEFT JOIN (
      SELECT "collectionId", max("at") AS "at" FROM "Visit" GROUP BY "collectionId"
    ) opened ON opened."collectionId" = c."id"
    WHERE c."network" = ANY(${networks}::text[])
      AND ${token ? mayHave(token) : Prisma.sql`true`}
      AND ${text ? Prisma.sql`(c."name" ILIKE ${part} OR c."address" ILIKE ${part})` : Prisma.sql`true`}
    ORDER BY (c."ownerAddress" IS NOT DISTINCT FROM ${ownerAddress}) DESC,
      GREATEST(refreshed."at", opened."at") DESC NULLS LAST, c."name", c."id"
    LIMIT ${take} OFFSET ${skip}`
  return rows.map(toStored)
}

/** As a condition on the collection `c`. */
function mayHave({ id, isIndexed }: NonNullable<TeamPage['token']>): Prisma.Sql {
  const known = Prisma.sql`EXISTS (
    SELECT 1 FROM "IndexedAsset" asset WHERE asset."collectionId" = c."id" AND asset."tokenId" = ${id})`
  if (isIndexed) return known
  return Prisma.sql`NOT ${known} AND NOT EXISTS (
    SELECT 1 FROM "CollectionIndex" i WHERE i."collectionId" = c."id" AND i."completedAt" IS NOT NULL)`
}

export function countTeamCollections(db: Db, { networks, text }: TeamFilter): Promise<number> {
  const part = text ? { OR: [{ name: containing(text) }, { address: containing(text) }] } : {}
  return db.collection.count({ where: { network: { in: [...networks] }, ...part } })
}
