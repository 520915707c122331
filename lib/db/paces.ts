import 'server-only'
import type { Db } from './client.ts'

const SAMPLES = 30

/** How long the newest completed batches of a collection took, from acceptance until all was known. */
export async function listPaces(db: Db, collectionId: string): Promise<{ tokens: number; ms: number }[]> {
  const rows = await db.batch.findMany({
    where: {
      state: 'completed',
      acceptedAt: { not: null },
      collectedAt: { not: null },
      // Of what was imported nobody looked when it ended.
      refresh: { collectionId, origin: { not: 'import' } },
    },
    orderBy: { collectedAt: 'desc' },
    select: { tokenCount: true, acceptedAt: true, collectedAt: true },
    take: SAMPLES,
  })
  return rows.flatMap(({ tokenCount, acceptedAt, collectedAt }) =>
    acceptedAt && collectedAt
      ? [{ tokens: tokenCount, ms: collectedAt.getTime() - acceptedAt.getTime() }]
      : [],
  )
}
