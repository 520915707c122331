import 'server-only'
import type { Db } from '../connection/client.ts'

const SAMPLES = 30

/** How long the newest completed batches of a collection took, from acceptance until all was known. */
export async function listThroughputs(
  db: Db,
  collectionId: string,
): Promise<{ tokens: number; ms: number }[]> {
  const rows = await db.batch.findMany({
    where: {
      state: 'finished',
      acceptedAt: { not: null },
      failuresFetchedAt: { not: null },
      // What was imported was not polled when it ended.
      refresh: { collectionId, source: { not: 'import' } },
    },
    orderBy: { failuresFetchedAt: 'desc' },
    select: { tokenCount: true, acceptedAt: true, failuresFetchedAt: true },
    take: SAMPLES,
  })
  return rows.flatMap(({ tokenCount, acceptedAt, failuresFetchedAt }) =>
    acceptedAt && failuresFetchedAt
      ? [{ tokens: tokenCount, ms: failuresFetchedAt.getTime() - acceptedAt.getTime() }]
      : [],
  )
}
