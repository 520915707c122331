import 'server-only'
import { liveBatchStates } from '../../domain/batches/state.ts'
import { Prisma } from '../generated/client.ts'

type Limits = { exceptRefreshId?: string | null; beforeNumber?: number | undefined }

/** The tokens of a collection whose refresh has not ended yet, with the place of that refresh in the history. */
export function refreshingTokens(
  collectionId: string | Prisma.Sql,
  { exceptRefreshId = null, beforeNumber }: Limits = {},
): Prisma.Sql {
  const bound = beforeNumber === undefined ? Prisma.empty : Prisma.sql`AND r."number" < ${beforeNumber}`
  return Prisma.sql`
    SELECT t."tokenId", r."createdAt", r."number", r."id" AS "refreshId",
      (b."state" = 'lost' OR t."state" = 'unknown') AS "isLost"
    FROM "Refresh" r
    JOIN "Batch" b ON b."refreshId" = r."id" AND b."state"::text = ANY(${liveBatchStates})
    JOIN "RefreshToken" t ON t."batchId" = b."id"
    WHERE r."collectionId" = ${collectionId}::uuid AND r."finishedAt" IS NULL
      AND r."id" IS DISTINCT FROM ${exceptRefreshId}::uuid ${bound}`
}
