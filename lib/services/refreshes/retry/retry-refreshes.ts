import 'server-only'
import { AppError } from '../../../core/app-error.ts'
import type { Db } from '../../../db/connection/client.ts'
import { listRetryTokens } from '../../../db/tokens/retry-tokens.ts'
import type { RefreshSummary } from '../../../domain/refreshes/model-schema.ts'
import { retryNote } from '../../../domain/refreshes/refresh-title.ts'
import type { RetryRefreshes } from '../../../domain/refreshes/requests-schema.ts'
import { retryExclusion } from '../../../domain/refreshes/retry-exclusion.ts'
import { requirePermit } from '../../authority/authorities.ts'
import { holderOf } from '../../authority/authority.ts'
import { readCollection } from '../../collections/read-collection.ts'
import { requireRole, type ServiceContext } from '../../context.ts'
import { getSummary } from '../get-refresh.ts'
import { findRepeated, type Idempotency, idempotencyOf, startRefresh } from '../start-refresh.ts'
import { findRetrySources, type RetrySources } from './find-retry-sources.ts'

/**
 * Refreshes the failed tokens of several refreshes anew, and those whose outcome stays unknown, in the fewest requests:
 * one new refresh for each collection, each token once. Leaves out what a retry cannot mend, what succeeded later and what is being refreshed.
 */
export async function retryRefreshes(
  ctx: ServiceContext,
  { refreshes, cause }: RetryRefreshes,
  idempotencyKey: string | null = null,
): Promise<{ items: RefreshSummary[] }> {
  requireRole(ctx, 'operator')
  const sources = await findRetrySources(ctx, refreshes)
  const begun: string[] = []
  const open: { source: RetrySources; idempotency: Idempotency | null }[] = []
  for (const source of sources) {
    const idempotency = keyFor(source, cause, idempotencyKey)
    const ids = await choose(ctx, source, cause)
    const repeated = await findRepeated(ctx, ctx.member.id, idempotency)
    if (repeated) begun.push(repeated)
    else if (ids.length > 0) open.push({ source, idempotency })
  }
  if (begun.length + open.length === 0) throw nothing()
  for (const { source } of open) await requirePermit(ctx, holderOf(source.stored))
  for (const { source, idempotency } of open) begun.push(await retry(ctx, source, cause, idempotency))
  const items: RefreshSummary[] = []
  for (const id of begun) items.push(await getSummary(ctx, id))
  return { items }
}

async function retry(
  ctx: ServiceContext,
  source: RetrySources,
  cause: string | undefined,
  idempotency: Idempotency | null,
): Promise<string> {
  const { network, address } = source.stored.collection
  const stored = await readCollection(ctx, { network, address })
  await requirePermit(ctx, holderOf(stored))
  const [only, ...others] = source.refreshes
  return startRefresh(ctx, {
    stored,
    // Chosen again with the project standing still: of two who press at once the second finds nothing left.
    ids: async (tx) => {
      const ids = await choose({ db: tx }, source, cause)
      if (ids.length === 0) throw nothing()
      return ids
    },
    note: only && others.length === 0 ? retryNote(only.note) : null,
    memberId: ctx.member.id,
    retryOf: source.refreshes.map(({ id, number }) => ({ id, number })),
    idempotency,
  }).catch(async (error: unknown) => {
    const repeated = await findRepeated(ctx, ctx.member.id, idempotency)
    if (repeated) return repeated
    throw error
  })
}

async function choose(
  { db }: { db: Db },
  { stored, refreshes }: RetrySources,
  cause: string | undefined,
): Promise<string[]> {
  const refreshIds = refreshes.map(({ id }) => id)
  const tokens = await listRetryTokens(db, { collectionId: stored.id, refreshIds, cause })
  return tokens.filter((token) => retryExclusion(token) === null).map(({ tokenId }) => tokenId)
}

/** Each collection has a key of its own, so that a retry that was cut off goes on where it stopped. */
function keyFor(
  { stored, refreshes }: RetrySources,
  cause: string | undefined,
  key: string | null,
): Idempotency | null {
  const ids = refreshes.map(({ id }) => id)
  const given = idempotencyOf(key, ['retry', ids, cause ?? null])
  return given && { ...given, key: `${given.key} ${stored.id}` }
}

const nothing = () =>
  new AppError('conflict', 'There are no tokens left to retry.', { reason: 'nothing_to_retry' })
