import 'server-only'
import type { Db } from '../connection/client.ts'
import type { TokenState } from './tokens.ts'

/**
 * Gives each token of a batch its outcome, after all failures of the batch are stored: those tokens failed, the others
 * became `rest`. For tokens of which no later refresh is over yet it is their last outcome too. Call inside a transaction.
 */
export async function markTokens(tx: Db, batchId: string, rest: TokenState, at: Date): Promise<void> {
  await tx.$executeRaw`
    WITH marked AS (
      UPDATE "RefreshToken" AS token
      SET "state" = CASE WHEN EXISTS (
        SELECT 1 FROM "Failure" WHERE "Failure"."batchId" = token."batchId" AND "Failure"."tokenId" = token."tokenId"
      ) THEN 'failed'::"TokenState" ELSE ${rest}::"TokenState" END
      WHERE token."batchId" = ${batchId}::uuid
      RETURNING "refreshId", "batchId", "tokenId", "state"
    )
    INSERT INTO "LastTokenRefresh" AS last
      ("collectionId", "tokenId", "batchId", "createdAt", "number", "at", "state")
    SELECT r."collectionId", marked."tokenId", marked."batchId", r."createdAt", r."number", ${at}::timestamptz, marked."state"
    FROM marked JOIN "Refresh" r ON r."id" = marked."refreshId"
    ON CONFLICT ("collectionId", "tokenId") DO UPDATE SET
      "batchId" = excluded."batchId", "createdAt" = excluded."createdAt", "number" = excluded."number",
      "at" = excluded."at", "state" = excluded."state"
    WHERE (last."createdAt", last."number") <= (excluded."createdAt", excluded."number")`
}

/** Gives the tokens of a refresh that is about to be deleted the outcome they had without it. Call inside a transaction. */
export async function unmarkTokens(tx: Db, refreshId: string): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM "LastTokenRefresh" last USING "Batch" b
      WHERE b."refreshId" = ${refreshId}::uuid AND last."batchId" = b."id"
      RETURNING last."collectionId", last."tokenId"
    )
    INSERT INTO "LastTokenRefresh" ("collectionId", "tokenId", "batchId", "createdAt", "number", "at", "state")
    SELECT gone."collectionId", gone."tokenId", before.*
    FROM gone CROSS JOIN LATERAL (
      SELECT b."id", r."createdAt", r."number", COALESCE(b."finishedAt", r."createdAt"), t."state"
      FROM "RefreshToken" t
      JOIN "Refresh" r ON r."id" = t."refreshId" AND r."collectionId" = gone."collectionId"
      JOIN "Batch" b ON b."id" = t."batchId" AND b."state" IN ('finished', 'rejected')
      WHERE t."tokenId" = gone."tokenId" AND r."id" <> ${refreshId}::uuid
      ORDER BY r."createdAt" DESC, r."number" DESC LIMIT 1
    ) before`
}
