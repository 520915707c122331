import 'server-only'
import { type BatchState, batchStates, isBatchOver, unsettledStates } from '../refresh/state.ts'
import type { Db } from './client.ts'

export type FailedToken = {
  tokenId: string
  /** Why it failed last; null when nobody wrote it down. */
  cause: string | null
  hasSucceededSince: boolean
  isRefreshing: boolean
}

type FailedTokenFilter = { collectionId: string; refreshIds: readonly string[]; cause?: string | undefined }

const openBatchStates: BatchState[] = batchStates.filter((state) => !isBatchOver(state))

/** The failed tokens of several refreshes of a collection, each once, in the order in which they were submitted, with
 * what later refreshes did to them. */
export async function listFailedTokens(
  db: Db,
  { collectionId, refreshIds, cause }: FailedTokenFilter,
): Promise<FailedToken[]> {
  return db.$queryRaw<FailedToken[]>`
    WITH failed AS (
      SELECT DISTINCT ON (t."tokenId") t."tokenId", f."cause", r."number", t."position"
      FROM "Batch" b
      JOIN "Refresh" r ON r."id" = b."refreshId"
      JOIN "RefreshedToken" t ON t."batchId" = b."id" AND t."state" = 'failed'
      LEFT JOIN "Failure" f ON f."batchId" = b."id" AND f."tokenId" = t."tokenId"
      WHERE b."refreshId" = ANY(${[...refreshIds]}) AND r."collectionId" = ${collectionId}
        AND (${cause ?? null}::text IS NULL OR f."cause" = ${cause ?? null}::text)
      ORDER BY t."tokenId", r."number" DESC
    )
    SELECT failed."tokenId", failed."cause",
      EXISTS (
        SELECT 1 FROM "RefreshedToken" t JOIN "Refresh" r ON r."id" = t."refreshId"
        WHERE t."tokenId" = failed."tokenId" AND t."state" = 'succeeded'
          AND r."collectionId" = ${collectionId} AND r."number" > failed."number"
      ) AS "hasSucceededSince",
      EXISTS (
        SELECT 1 FROM "RefreshedToken" t JOIN "Refresh" r ON r."id" = t."refreshId"
        JOIN "Batch" b ON b."id" = t."batchId"
        WHERE t."tokenId" = failed."tokenId" AND b."state" = ANY(${openBatchStates})
          AND r."collectionId" = ${collectionId} AND r."state" = ANY(${unsettledStates})
      ) AS "isRefreshing"
    FROM failed ORDER BY failed."number", failed."position"`
}
