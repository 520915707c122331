import 'server-only'
import type { PlainTraits } from '../../domain/collections/plain-traits.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { isNoneOf, listedIds } from '../tokens/create-batches.ts'

export type IndexedAsset = {
  tokenId: string
  name: string | null
  imageUrl: string | null
  status: string
  owner: string
  updatedAt: Date | null
  traits: PlainTraits
}

/** Keeps what the network just said about assets, the same one at most once; returns how many were new. */
export async function saveAssets(
  db: Db,
  collectionId: string,
  assets: readonly IndexedAsset[],
): Promise<number> {
  const [saved] = await db.$queryRaw<{ added: number }[]>`
    WITH saved AS (
      INSERT INTO "IndexedAsset" ("collectionId", "tokenId", "name", "imageUrl", "status", "owner", "updatedAt", "traits")
      SELECT ${collectionId}::uuid, "tokenId", "name", "imageUrl", "status", "owner", "updatedAt", "traits"
      FROM jsonb_to_recordset(${JSON.stringify(assets)}::jsonb)
        AS seen ("tokenId" text, "name" text, "imageUrl" text, "status" text, "owner" text, "updatedAt" timestamptz(3), "traits" jsonb)
      ON CONFLICT ("collectionId", "tokenId") DO UPDATE SET
        "name" = EXCLUDED."name", "imageUrl" = EXCLUDED."imageUrl",
        "status" = EXCLUDED."status", "owner" = EXCLUDED."owner", "updatedAt" = EXCLUDED."updatedAt",
        "traits" = EXCLUDED."traits"
      RETURNING xmax = 0 AS "isNew"
    )
    SELECT COUNT(*) FILTER (WHERE "isNew")::int AS added FROM saved`
  return saved?.added ?? 0
}

export async function findAssetName(db: Db, collectionId: string, tokenId: string): Promise<string | null> {
  const found = await db.indexedAsset.findUnique({
    where: { collectionId_tokenId: { collectionId, tokenId } },
    select: { name: true },
  })
  return found?.name ?? null
}

/** Which of these distinct ids the index does not have, in their order: how many, and the first of them. */
export async function findUnknownIds(
  db: Db,
  collectionId: string,
  ids: readonly string[],
  take: number,
): Promise<{ count: number; first: string[] }> {
  const known = Prisma.sql`SELECT "tokenId" FROM "IndexedAsset" WHERE "collectionId" = ${collectionId}::uuid`
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT id, (COUNT(*) OVER ())::int AS count
    FROM ${listedIds(ids)} WITH ORDINALITY AS listed (id, place)
    WHERE ${isNoneOf(Prisma.sql`id`, known)}
    ORDER BY place LIMIT ${take}`
  return { count: rows[0]?.count ?? 0, first: rows.map(({ id }) => id) }
}
