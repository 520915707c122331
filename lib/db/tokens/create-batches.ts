import 'server-only'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { refreshingTokens } from './refreshing-tokens.ts'

/** Rows of `tokenId` and `place`: what is to be frozen and in which order. */
export type TokenSource = Prisma.Sql

/** Token ids are digits, so a comma cannot stand inside one. */
export const listedIds = (ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`unnest(string_to_array(${ids.join(',')}, ','))`

export const fromIds = (ids: readonly string[]): TokenSource =>
  Prisma.sql`SELECT id AS "tokenId", place FROM ${listedIds(ids)} WITH ORDINALITY AS listed (id, place)`

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

/** Adds distinct tokens to a refresh, cut into new batches; returns how many. Call inside a transaction. */
export function createBatches(tx: Db, freeze: Freeze): Promise<number> {
  const { refreshId, collectionId, network, source, batchSize, leaveOutRefreshing } = freeze
  const isWanted = leaveOutRefreshing
    ? isNoneOf(Prisma.sql`source."tokenId"`, refreshingTokens(collectionId, { exceptRefreshId: refreshId }))
    : Prisma.sql`true`
  return tx.$executeRaw`
    WITH frozen AS MATERIALIZED (
      SELECT "tokenId", (row_number() OVER (ORDER BY place) - 1)::int AS index FROM (${source}) source WHERE ${isWanted}
    ), added AS (
      SELECT count(*)::int AS tokens FROM frozen
    ), before AS (
      SELECT COALESCE(MAX("position"), 0)::int AS batches, COALESCE(SUM("tokenCount"), 0)::int AS tokens
      FROM "Batch" WHERE "refreshId" = ${refreshId}::uuid
    ), made AS (
      INSERT INTO "Batch" ("id", "refreshId", "network", "position", "tokenCount")
      SELECT gen_random_uuid(), ${refreshId}::uuid, ${network}, before.batches + n,
        LEAST(${batchSize}::int, added.tokens - (n - 1) * ${batchSize}::int)
      FROM before, added, generate_series(1, (added.tokens + ${batchSize}::int - 1) / ${batchSize}::int) AS n
      RETURNING "id", "position"
    )
    INSERT INTO "RefreshToken" ("refreshId", "position", "batchId", "tokenId", "state")
    SELECT ${refreshId}::uuid, before.tokens + index + 1, made."id", "tokenId", 'pending'
    FROM before, frozen JOIN made ON made."position" = (SELECT batches FROM before) + index / ${batchSize}::int + 1`
}
