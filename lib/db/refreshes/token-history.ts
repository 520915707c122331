import 'server-only'
import { writeTime } from '../../core/read-time.ts'
import type { BatchState } from '../../domain/batches/state.ts'
import type { TokenRefresh } from '../../domain/collections/collection-card-schema.ts'
import type { LastRefresh } from '../../domain/collections/model-schema.ts'
import type { CollectionKey } from '../collections/collections.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { toFailure } from '../tokens/failures.ts'
import { refreshingTokens } from '../tokens/refreshing-tokens.ts'
import type { TokenState } from '../tokens/tokens.ts'
import { newestRefreshFirst, withOriginals } from './refresh-summary.ts'

/**
 * A token without an outcome counts as being refreshed; one that the network refused to take has failed; of one whose
 * batch may be lost nobody knows. Tokens of cancelled batches were never refreshed, so they are no part of any history.
 */
function toTokenState(tokenState: TokenState, batchState: BatchState): LastRefresh['state'] {
  if (tokenState === 'succeeded' || tokenState === 'failed') return tokenState
  if (tokenState === 'unknown' || batchState === 'lost') return 'unknown'
  return batchState === 'rejected' ? 'failed' : 'refreshing'
}

type LatestRow = {
  tokenId: string
  refreshId: string
  state: LastRefresh['state']
  httpStatus: number | null
  at: Date
}

/** What the latest refresh here did to each of the given tokens; tokens never refreshed are absent. */
export async function findLastRefreshes(
  db: Db,
  { network, address }: CollectionKey,
  tokenIds: string[],
): Promise<Map<string, LastRefresh>> {
  if (tokenIds.length === 0) return new Map()
  const collectionId = Prisma.sql`(SELECT "id" FROM "Collection" WHERE "network" = ${network} AND "address" = ${address})`
  const rows = await db.$queryRaw<LatestRow[]>`
    SELECT DISTINCT ON (latest."tokenId") latest.*
    FROM (
      SELECT last."tokenId", b."refreshId", last."state"::text, f."httpStatus", COALESCE(f."at", last."at") AS "at",
        last."createdAt", last."number"
      FROM "LastTokenRefresh" last
      JOIN "Batch" b ON b."id" = last."batchId"
      LEFT JOIN "Failure" f ON f."batchId" = last."batchId" AND f."tokenId" = last."tokenId"
      WHERE last."collectionId" = ${collectionId} AND last."tokenId" = ANY(${tokenIds})
      UNION ALL
      SELECT now."tokenId", now."refreshId", CASE WHEN now."isLost" THEN 'unknown' ELSE 'refreshing' END, NULL, now."createdAt",
        now."createdAt", now."number"
      FROM (${refreshingTokens(collectionId)}) now WHERE now."tokenId" = ANY(${tokenIds})
    ) latest
    ORDER BY latest."tokenId", latest."createdAt" DESC, latest."number" DESC`
  return new Map(
    rows.map(({ tokenId, refreshId, state, httpStatus, at }) => [
      tokenId,
      { refreshId, state, httpStatus, at: writeTime(at) },
    ]),
  )
}

/** Every refresh of one token, the newest first. */
export async function listTokenRefreshes(
  db: Db,
  collectionId: string,
  tokenId: string,
  take: number,
): Promise<TokenRefresh[]> {
  const rows = await db.refreshToken.findMany({
    where: { tokenId, refresh: { collectionId }, batch: { state: { not: 'cancelled' } } },
    orderBy: newestRefreshFirst.map((refresh) => ({ refresh })),
    include: {
      refresh: { include: { ...withOriginals, collection: { select: { name: true } } } },
      batch: { include: { failures: { where: { tokenId } } } },
    },
    take,
  })
  return rows.map(({ state, refresh, batch }) => {
    const [failure] = batch.failures
    return {
      refresh: {
        id: refresh.id,
        number: refresh.number,
        note: refresh.note,
        collection: refresh.collection,
        progress: { total: refresh.tokenCount },
        retryOf: refresh.retryOf.map(({ original }) => original),
        source: refresh.source,
        state: refresh.state,
      },
      state: toTokenState(state, batch.state),
      failure: failure ? toFailure({ ...failure, batch }) : null,
      at: writeTime(failure?.at ?? batch.finishedAt ?? refresh.createdAt),
    }
  })
}
