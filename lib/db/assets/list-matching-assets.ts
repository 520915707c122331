import 'server-only'
import type { AssetQuery } from '../../domain/collections/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import type { IndexedAsset } from './indexed-assets.ts'
import { type IndexQuery, matches } from './matching-assets.ts'

/** The last asset of the page before: what it was sorted by, and its token. */
export type IndexPlace = { key: string; id: string }

type ListMatching = Pick<AssetQuery, 'orderBy' | 'direction' | 'pageSize'> & {
  query: IndexQuery
  after: IndexPlace | null
}

// A cursor has room for no more.
const NAME_LENGTH = 100

// As text, because that is exact, and all of one length, so that it sorts as the time does.
const sortKeys = {
  updated_at: Prisma.sql`COALESCE(to_char(asset."updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'), '')`,
  name: Prisma.sql`LEFT(COALESCE(asset."name", ''), ${NAME_LENGTH}::int) COLLATE "C"`,
}

/** A page of the assets in the index that match, and the place of its last one where more follow. */
export async function listMatchingAssets(
  db: Db,
  { query, after, orderBy, direction, pageSize }: ListMatching,
): Promise<{ assets: IndexedAsset[]; next: IndexPlace | null }> {
  const key = sortKeys[orderBy]
  const [order, beyond] =
    direction === 'asc' ? [Prisma.sql`ASC`, Prisma.sql`>`] : [Prisma.sql`DESC`, Prisma.sql`<`]
  const isAfter = after
    ? Prisma.sql`(${key}, asset."tokenId") ${beyond} (${after.key}, ${after.id})`
    : Prisma.sql`true`
  const rows = await db.$queryRaw<(IndexedAsset & { key: string })[]>`
    SELECT asset."tokenId", asset."name", asset."imageUrl", asset."status", asset."owner", asset."updatedAt", asset."traits", ${key} AS key
    FROM "IndexedAsset" asset WHERE ${matches(query)} AND ${isAfter}
    ORDER BY ${key} ${order}, asset."tokenId" ${order} LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    assets: rows.slice(0, pageSize).map(({ key: _, ...asset }) => asset),
    next: last ? { key: last.key, id: last.tokenId } : null,
  }
}
