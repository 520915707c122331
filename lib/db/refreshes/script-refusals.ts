import 'server-only'
import { z } from 'zod'
import type { Db } from '../connection/client.ts'
import { unmarkTokens } from '../tokens/mark-tokens.ts'
import { addActivity } from './activities.ts'
import { touchRefresh } from './refreshes.ts'

type Refusal = { id: string; number: number; httpStatus: number | null }

/** An earlier refresh of the same script whose one request was the same and was refused in the same way. */
export async function findSameRefusal(db: Db, refreshId: string, since: Date): Promise<Refusal | null> {
  const rows = await db.$queryRaw<Refusal[]>`
    SELECT first."id", first."number", was."httpStatus"
    FROM "Refresh" again
    JOIN "Batch" b ON b."refreshId" = again."id" AND b."state" = 'rejected'
    JOIN "Attempt" a ON a."batchId" = b."id" AND a."outcome" = 'rejected'
    JOIN "Refresh" first ON first."source" = 'script' AND first."id" <> again."id"
      AND first."collectionId" = again."collectionId" AND first."memberId" = again."memberId"
      AND first."requestHash" = again."requestHash" AND first."createdAt" >= ${since}::timestamptz
      AND first."signerAddress" IS NOT DISTINCT FROM again."signerAddress"
    JOIN "Batch" refused ON refused."refreshId" = first."id" AND refused."state" = 'rejected'
    JOIN "Attempt" was ON was."batchId" = refused."id"
      AND was."outcome" = 'rejected' AND was."httpStatus" IS NOT DISTINCT FROM a."httpStatus"
    WHERE again."id" = ${refreshId}::uuid AND again."source" = 'script'
    ORDER BY first."number" DESC LIMIT 1`
  return rows[0] ?? null
}

/** Takes the later refusal out of the history and counts it on the first one. */
export async function countRefusal(
  tx: Db,
  { first, again, httpStatus, now }: { first: string; again: string; httpStatus: number | null; now: Date },
): Promise<void> {
  await unmarkTokens(tx, again)
  await tx.refresh.delete({ where: { id: again } })
  const told = await tx.activity.findFirst({ where: { refreshId: first, kind: 'refused_again' } })
  const before = z.object({ times: z.number() }).safeParse(told?.data).data
  const times = (before?.times ?? 0) + 1
  if (told) await tx.activity.delete({ where: { id: told.id } })
  await addActivity(tx, { refreshId: first, kind: 'refused_again', data: { times, httpStatus }, now })
  await touchRefresh(tx, first)
}
