import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { withTimeout } from '../../core/with-timeout.ts'
import type { NetworkList, TryNetwork } from '../../domain/networks/network-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { describeNetworks } from './describe-networks.ts'

const MAX_WAIT_MS = 5_000

/**
 * Asks a network for a sign of life because a member wants to know now, as the limiter and the breaker allow it:
 * `rate_limited` while nothing may be asked. What it answers is in the list.
 */
export async function tryNetwork(ctx: ServiceContext, { network: slug }: TryNetwork): Promise<NetworkList> {
  const { name, readHealth, breaker, provider } = ctx.networks.get(slug)
  await readHealth()
  const retryAfterSeconds = Math.ceil(breaker.openForMs() / 1_000)
  if (retryAfterSeconds > 0) {
    const title = `${name} was asked a moment ago. The desk asks again in ${retryAfterSeconds} s.`
    throw new AppError('rate_limited', title, { retryAfterSeconds })
  }
  // The outcome, failures included, is in the network's health.
  await withTimeout(MAX_WAIT_MS, provider.catalog.ping(), null)
  return describeNetworks(ctx)
}
