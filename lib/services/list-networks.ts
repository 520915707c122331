import 'server-only'
import type { NetworkCard, NetworkList } from '../collection/network-card.ts'
import { networkSlugs } from '../collection/network-slug.ts'
import { listCollections } from '../immutable/imx/list-collections.ts'
import { networkFacts } from '../immutable/networks.ts'
import type { ServiceContext } from './context.ts'
import type { Network } from './networks.ts'
import { within } from './within.ts'

const FRESH_MS = 30_000
const MAX_WAIT_MS = 2_500

/** Every network the desk can speak to; those in use are asked for a sign of life when the last one is old. */
export async function listNetworks(ctx: ServiceContext): Promise<NetworkList> {
  const inUse = await Promise.all(ctx.networks.list().map((network) => toCard(network, ctx.now())))
  const off = networkSlugs
    .filter((slug) => slug !== 'imx-local' && !inUse.some((card) => card.slug === slug))
    .map((slug): NetworkCard => {
      const { name, batchSize } = networkFacts[slug]
      return { slug, name, batchSize, isOn: false, state: 'off', latencyMs: null, lastGoodAt: null }
    })
  return { items: [...inUse, ...off] }
}

async function toCard(network: Network, now: Date): Promise<NetworkCard> {
  const { checkedAt } = await network.readHealth()
  if (checkedAt === null || now.getTime() - checkedAt > FRESH_MS) {
    // The outcome, failures included, is in the network's health.
    await within(MAX_WAIT_MS, listCollections(network.client, { pageSize: 1 }), null)
  }
  const { state, latencyMs, lastGoodAt } = await network.readHealth()
  const { slug, name, batchSize } = network
  return { slug, name, batchSize, isOn: true, state, latencyMs, lastGoodAt }
}
