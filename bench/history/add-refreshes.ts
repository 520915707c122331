import type { Desk } from '../../e2e/fixtures/desk.ts'
import { withDatabase } from '../measure/with-database.ts'

export const TOKENS_EACH = 1_000
/** Of each refresh, every fiftieth token fails. */
const FAILS_EVERY = 50
const HOURS_APART = 4

type Added = { collection: string; tokens: number; from: number; to: number }

/** Adds finished refreshes `from` to `to` of a collection through the schema, each a few hours after the one before. */
export const addRefreshes = (desk: Desk, { collection, tokens, from, to }: Added): Promise<void> =>
  withDatabase(desk, async (client) => {
    const { rows } = await client.query(
      `SELECT c."id", (SELECT COALESCE(MAX("number"), 0) FROM "Refresh") AS number FROM "Collection" c WHERE "address" = $1`,
      [collection],
    )
    const { id, number } = rows[0]
    const size = `${TOKENS_EACH}::int`
    await client.query('BEGIN')
    await client.query(
      `CREATE TEMP TABLE made ON COMMIT DROP AS
       SELECT n, gen_random_uuid() AS refresh, gen_random_uuid() AS batch,
         now() - interval '1 year' + n * interval '${HOURS_APART} hours' AS at
       FROM generate_series($1::int, $2::int) n`,
      [from, to],
    )
    await client.query(
      `INSERT INTO "Refresh" ("id", "number", "collectionId", "memberId", "note", "state", "tokenCount", "succeeded", "failed",
         "batchCount", "sentBatchCount", "causeCount", "createdAt", "finishedAt")
       SELECT refresh, $2::int + n - ${from} + 1, $1, (SELECT "id" FROM "Member" LIMIT 1), 'Wave ' || n, 'partly_failed', ${size},
         ${size} - ${size} / ${FAILS_EVERY}, ${size} / ${FAILS_EVERY}, 1, 1, 1, at, at + interval '1 minute' FROM made`,
      [id, number],
    )
    await client.query(
      `INSERT INTO "Batch" ("id", "refreshId", "position", "network", "state", "reference", "tokenCount", "succeeded", "failed",
         "sentAt", "acceptedAt", "startedAt", "finishedAt", "failuresFetchedAt")
       SELECT batch, refresh, 1, 'imx-local', 'finished', batch::text, ${size}, ${size} - ${size} / ${FAILS_EVERY},
         ${size} / ${FAILS_EVERY}, at, at, at, at + interval '1 minute', at + interval '1 minute' FROM made`,
    )
    await client.query(
      `INSERT INTO "RefreshToken" ("refreshId", "batchId", "position", "state", "tokenId")
       SELECT refresh, batch, p, (CASE WHEN p % ${FAILS_EVERY} = 0 THEN 'failed' ELSE 'succeeded' END)::"TokenState",
         ((n * ${size} + p) % $1::int + 1)::text
       FROM made, generate_series(1, ${size}) p`,
      [tokens],
    )
    await client.query(
      `INSERT INTO "Failure" ("id", "refreshId", "batchId", "tokenId", "cause", "errorCode", "httpStatus", "url", "body", "bodyBytes", "at")
       SELECT gen_random_uuid(), t."refreshId", t."batchId", t."tokenId", 'invalid_response_status_code~404~~origin.example',
         'invalid_response_status_code', 404, 'https://origin.example/' || t."tokenId", 'gone', 4, at
       FROM made JOIN "RefreshToken" t ON t."batchId" = batch WHERE t."state" = 'failed'`,
    )
    await client.query(
      `INSERT INTO "Activity" ("refreshId", "kind", "data", "at")
       SELECT refresh, 'finished', '{"succeeded":${TOKENS_EACH - TOKENS_EACH / FAILS_EVERY},"failed":${TOKENS_EACH / FAILS_EVERY}}', at FROM made`,
    )
    await client.query(
      `INSERT INTO "LastTokenRefresh" AS last ("collectionId", "tokenId", "batchId", "createdAt", "number", "at", "state")
       SELECT DISTINCT ON (t."tokenId") $1, t."tokenId", batch, at, $2::int + n - ${from} + 1, at, t."state"
       FROM made JOIN "RefreshToken" t ON t."batchId" = batch ORDER BY t."tokenId", n DESC
       ON CONFLICT ("collectionId", "tokenId") DO UPDATE SET "batchId" = excluded."batchId", "createdAt" = excluded."createdAt",
         "number" = excluded."number", "at" = excluded."at", "state" = excluded."state"`,
      [id, number],
    )
    await client.query('COMMIT')
    await client.query('VACUUM ANALYZE')
  })
