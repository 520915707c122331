import 'server-only'
import { withTimeout } from '../../core/with-timeout.ts'
import type { NetworkList } from '../../domain/networks/network-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { describeNetworks } from './describe-networks.ts'
import type { Network } from './networks.ts'

const FRESH_MS = 30_000
const MAX_WAIT_MS = 2_500

/** Every network the desk can speak to; those in use are asked for a sign of life when the last one is old. */
export async function listNetworks(ctx: ServiceContext): Promise<NetworkList> {
  await Promise.all(ctx.networks.list().map((network) => askWhenOld(network, ctx.now())))
  return describeNetworks(ctx)
}

async function askWhenOld({ readHealth, provider }: Network, now: Date): Promise<void> {
  const { checkedAt } = await readHealth()
  if (checkedAt !== null && now.getTime() - checkedAt <= FRESH_MS) return
  // The outcome, failures included, is in the network's health.
  await withTimeout(MAX_WAIT_MS, provider.catalog.ping(), null)
}
