import 'server-only'
import type { Activity } from '../refresh/model.ts'
import { addActivity } from './activities.ts'
import type { Db } from './client.ts'
import { touchRefresh } from './refreshes.ts'

/** An earlier refresh of the same script with the same request, and what the network answered to both. */
export type SameRequest = { id: string; number: number; batchId: string; httpStatus: number | null }

/** The last earlier one that was refused with the same status, or whose outcome is as unknown. */
export async function findSameRequest(
  db: Db,
  refreshId: string,
  { state, since }: { state: 'rejected' | 'unknown'; since: Date },
): Promise<SameRequest | null> {
  const rows = await db.$queryRaw<SameRequest[]>`
    SELECT first."id", first."number", earlier."id" AS "batchId", a."httpStatus"
    FROM "Refresh" again
    JOIN "Batch" b ON b."refreshId" = again."id" AND b."state" = ${state}
    JOIN "Attempt" a ON a."batchId" = b."id"
    JOIN "Refresh" first ON first."origin" = 'script' AND first."id" <> again."id"
      AND first."collectionId" = again."collectionId" AND first."memberId" = again."memberId"
      AND first."requestHash" = again."requestHash" AND first."createdAt" >= ${since}
      AND first."signerAddress" IS NOT DISTINCT FROM again."signerAddress"
    JOIN "Batch" earlier ON earlier."refreshId" = first."id" AND earlier."state" = b."state"
    WHERE again."id" = ${refreshId} AND again."origin" = 'script' AND (b."state" = 'unknown' OR EXISTS (
      SELECT 1 FROM "Attempt" was
      WHERE was."batchId" = earlier."id" AND was."httpStatus" IS NOT DISTINCT FROM a."httpStatus"))
    ORDER BY first."number" DESC, a."startedAt" DESC LIMIT 1`
  return rows[0] ?? null
}

/** Takes the later one out of the history, with all that is kept of it, and counts it on the first. */
export async function countAgain(
  tx: Db,
  first: SameRequest,
  { again, kind, now }: { again: string; kind: Activity['kind']; now: Date },
): Promise<void> {
  const { id: refreshId, httpStatus } = first
  await tx.refresh.delete({ where: { id: again } })
  const told = await tx.activity.findFirst({ where: { refreshId, kind } })
  const times = Number((told?.data as { times?: number } | undefined)?.times ?? 0) + 1
  if (told) await tx.activity.delete({ where: { id: told.id } })
  await addActivity(tx, { refreshId, kind, data: { times, httpStatus }, now })
  await touchRefresh(tx, refreshId)
}
