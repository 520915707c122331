import 'server-only'
import type { LastRefresh } from '../collection/model.ts'
import type { TokenRefresh } from '../refresh/collection-card.ts'
import { RefreshOrigin } from '../refresh/model.ts'
import { RefreshState } from '../refresh/state.ts'
import type { Db } from './client.ts'
import type { CollectionKey } from './collections.ts'
import { toFailure } from './failures.ts'
import { newestRefreshFirst } from './refresh-summary.ts'

/**
 * A token without an outcome counts as being refreshed; one that the network refused to take has failed; of one whose
 * batch may be lost nobody knows. Tokens of cancelled batches were never refreshed, so they are no part of any history.
 */
function toTokenState(tokenState: string, batchState: string): LastRefresh['state'] {
  if (tokenState === 'succeeded' || tokenState === 'failed') return tokenState
  if (tokenState === 'unknown' || batchState === 'unknown') return 'unknown'
  return batchState === 'rejected' ? 'failed' : 'refreshing'
}

type LatestRow = {
  tokenId: string
  refreshId: string
  state: string
  batchState: string
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
  const rows = await db.$queryRaw<LatestRow[]>`
    SELECT DISTINCT ON (t."tokenId") t."tokenId", t."refreshId", t."state", b."state" AS "batchState",
      f."httpStatus", COALESCE(f."at", b."completedAt", r."createdAt") AS "at"
    FROM "RefreshedToken" t
    JOIN "Refresh" r ON r."id" = t."refreshId"
    JOIN "Collection" c ON c."id" = r."collectionId"
    JOIN "Batch" b ON b."id" = t."batchId" AND b."state" <> 'cancelled'
    LEFT JOIN "Failure" f ON f."batchId" = t."batchId" AND f."tokenId" = t."tokenId"
    WHERE c."network" = ${network} AND c."address" = ${address} AND t."tokenId" = ANY(${tokenIds})
    ORDER BY t."tokenId", r."createdAt" DESC, r."number" DESC`
  return new Map(
    rows.map(({ tokenId, refreshId, state, batchState, httpStatus, at }) => [
      tokenId,
      { refreshId, state: toTokenState(state, batchState), httpStatus, at: at.toISOString() },
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
  const rows = await db.refreshedToken.findMany({
    where: { tokenId, refresh: { collectionId }, batch: { state: { not: 'cancelled' } } },
    orderBy: newestRefreshFirst.map((refresh) => ({ refresh })),
    include: { refresh: true, batch: { include: { failures: { where: { tokenId } } } } },
    take,
  })
  return rows.map(({ state, refresh, batch }) => {
    const [failure] = batch.failures
    return {
      refresh: {
        id: refresh.id,
        number: refresh.number,
        note: refresh.note,
        origin: RefreshOrigin.parse(refresh.origin),
        state: RefreshState.parse(refresh.state),
      },
      state: toTokenState(state, batch.state),
      failure: failure ? toFailure({ ...failure, batch }) : null,
      at: (failure?.at ?? batch.completedAt ?? refresh.createdAt).toISOString(),
    }
  })
}
