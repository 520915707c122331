import 'server-only'
import { readQuota } from '../../../db/batches/read-quota.ts'
import { countRetryTokens } from '../../../db/tokens/retry-tokens.ts'
import type { RetryPlan, RetryRefreshes } from '../../../domain/refreshes/requests-schema.ts'
import { retryExclusion } from '../../../domain/refreshes/retry-exclusion.ts'
import { findPermit } from '../../authority/authorities.ts'
import type { ServiceContext } from '../../context.ts'
import { findRetrySources, type RetrySources } from './find-retry-sources.ts'

/** What a retry of these refreshes together would take and cost, and what it would leave out. Spends nothing. */
export async function planRetry(
  ctx: ServiceContext,
  { refreshes, cause }: RetryRefreshes,
): Promise<RetryPlan> {
  const plan: RetryPlan = { items: [], leftOut: { notRetryable: 0, succeededSince: 0, refreshing: 0 } }
  for (const source of await findRetrySources(ctx, refreshes)) {
    const refreshIds = source.refreshes.map(({ id }) => id)
    const filter = { collectionId: source.stored.id, refreshIds, cause }
    let tokens = 0
    let unknown = 0
    for (const { count, ...facts } of await countRetryTokens(ctx.db, filter)) {
      const reason = retryExclusion(facts)
      if (reason) plan.leftOut[reason] += count
      else tokens += count
      if (!reason && facts.isUnknown) unknown += count
    }
    if (tokens > 0) plan.items.push({ ...(await priceOf(ctx, source, tokens)), tokens, unknown })
  }
  return plan
}

async function priceOf(
  ctx: ServiceContext,
  { stored: { collection, project } }: RetrySources,
  tokens: number,
): Promise<Omit<RetryPlan['items'][number], 'tokens' | 'unknown'>> {
  const { network, address, name, ownerAddress } = collection
  const permit = await findPermit(ctx, { network, ownerAddress, project }, 'start')
  return {
    network,
    collection: address,
    name,
    requests: Math.ceil(tokens / ctx.networks.get(network).limits.tokensPerRequest),
    quota: await readQuota(ctx.db, project, ctx.now()),
    hasSignature: permit !== null,
    ownerAddress,
  }
}
