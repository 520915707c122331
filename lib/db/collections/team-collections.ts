import 'server-only'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { Db } from '../connection/client.ts'
import { type Collection, Prisma } from '../generated/client.ts'
import { type StoredCollection, toStored } from './collections.ts'

type TeamFilter = {
  /** Whose come first. */
  ownerAddress: string
  network?: NetworkSlug | undefined
  take: number
}

/** Every collection that anybody here owned, refreshed or opened: one owner's first, then the latest refreshed or opened. */
export async function listTeamCollections(
  db: Db,
  { ownerAddress, network, take }: TeamFilter,
): Promise<StoredCollection[]> {
  const rows = await db.$queryRaw<Collection[]>`
    SELECT c.* FROM "Collection" c
    LEFT JOIN LATERAL (
      SELECT max("createdAt") AS "at" FROM "Refresh" WHERE "collectionId" = c."id"
    ) refreshed ON true
    LEFT JOIN (
      SELECT "collectionId", max("at") AS "at" FROM "Visit" GROUP BY "collectionId"
    ) opened ON opened."collectionId" = c."id"
    WHERE ${network ? Prisma.sql`c."network" = ${network}` : Prisma.sql`true`}
    ORDER BY (c."ownerAddress" IS NOT DISTINCT FROM ${ownerAddress}) DESC,
      GREATEST(refreshed."at", opened."at") DESC NULLS LAST, c."name", c."id"
    LIMIT ${take}`
  return rows.map(toStored)
}
