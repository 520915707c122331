import 'server-only'
import { liveBatchStates } from '../refresh/state.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Rows of `tokenId` and `place`: what is to be frozen and in which order. */
export type TokenSource = Prisma.Sql

/** Token ids are digits, so a comma cannot stand inside one. */
export const listedIds = (ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`unnest(string_to_array(${ids.join(',')}, ','))`

export const fromIds = (ids: readonly string[]): TokenSource =>
  Prisma.sql`SELECT id AS "tokenId", place FROM ${listedIds(ids)} WITH ORDINALITY AS listed (id, place)`

/** The tokens of a collection whose refresh, other than `exceptRefreshId`, has not ended yet. */
export const refreshingTokens = (
  collectionId: string,
  exceptRefreshId: string | null = null,
): Prisma.Sql => Prisma.sql`
  SELECT t."tokenId" FROM "Refresh" r
  JOIN "Batch" b ON b."refreshId" = r."id" AND b."state"::text = ANY(${liveBatchStates})
  JOIN "RefreshToken" t ON t."batchId" = b."id"
  WHERE r."collectionId" = ${collectionId}::uuid AND r."finishedAt" IS NULL
    AND r."id" IS DISTINCT FROM ${exceptRefreshId}::uuid`

/** Whether the token named by `column` is not in the list. Unlike `NOT IN` it stays fast for lists of any length. */
export const isNoneOf = (column: Prisma.Sql, list: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM (${list}) AS other ("tokenId") WHERE other."tokenId" = ${column})`

type Freeze = {
  refreshId: string
  collectionId: string
  network: string
  source: TokenSource
  batchSize: number
  leaveOutRefreshing: boolean
}

/** An embedded database works in this very thread: one statement for 100,000 tokens would hold up everybody for seconds. */
const BATCHES_AT_ONCE = 5

/** Adds distinct tokens to a refresh, cut into new batches; returns how many. Call inside a transaction. */
export async function freezeTokens(tx: Db, freeze: Freeze): Promise<number> {
  const { batchSize } = freeze
  const ids = await chooseIds(tx, freeze)
  const step = batchSize * BATCHES_AT_ONCE
  for (let start = 0; start < ids.length; start += step) {
    await addTokens(tx, freeze, ids.slice(start, start + step))
  }
  return ids.length
}

async function chooseIds(tx: Db, freeze: Freeze): Promise<string[]> {
  const { refreshId, collectionId, source, leaveOutRefreshing } = freeze
  const isWanted = leaveOutRefreshing
    ? isNoneOf(Prisma.sql`source."tokenId"`, refreshingTokens(collectionId, refreshId))
    : Prisma.sql`true`
  // As one text: a row each would cost more than all the rest.
  const [row] = await tx.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg("tokenId", ',' ORDER BY place) AS ids FROM (${source}) source WHERE ${isWanted}`
  return row?.ids ? row.ids.split(',') : []
}

async function addTokens(
  tx: Db,
  { refreshId, network, batchSize }: Freeze,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    WITH frozen AS MATERIALIZED (
      SELECT "tokenId", (place - 1)::int AS index FROM (${fromIds(ids)}) source
    ), before AS (
      SELECT COALESCE(MAX("position"), 0)::int AS batches, COALESCE(SUM("tokenCount"), 0)::int AS tokens
      FROM "Batch" WHERE "refreshId" = ${refreshId}::uuid
    ), made AS (
      INSERT INTO "Batch" ("id", "refreshId", "network", "position", "tokenCount")
      SELECT gen_random_uuid(), ${refreshId}::uuid, ${network}, before.batches + n,
        LEAST(${batchSize}::int, ${ids.length}::int - (n - 1) * ${batchSize}::int)
      FROM before, generate_series(1, (${ids.length}::int + ${batchSize}::int - 1) / ${batchSize}::int) AS n
      RETURNING "id", "position"
    )
    INSERT INTO "RefreshToken" ("refreshId", "position", "batchId", "tokenId", "state")
    SELECT ${refreshId}::uuid, before.tokens + index + 1, made."id", "tokenId", 'pending'
    FROM before, frozen JOIN made ON made."position" = (SELECT batches FROM before) + index / ${batchSize}::int + 1`
}
