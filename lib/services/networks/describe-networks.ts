import 'server-only'
import type { NetworkCard, NetworkList } from '../../domain/networks/network-card-schema.ts'
import { networkSlugs } from '../../domain/networks/network-slug.ts'
import { networkFacts } from '../../networks/registry.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from './networks.ts'

/** Every network the desk can speak to, as the last exchanges left it. Asks none of them. */
export async function describeNetworks({ networks }: Pick<WorkContext, 'networks'>): Promise<NetworkList> {
  const inUse = await Promise.all(networks.list().map(toCard))
  const off = networkSlugs
    .filter((slug) => slug !== 'imx-local' && !inUse.some((card) => card.slug === slug))
    .map((slug): NetworkCard => {
      const { name, limits } = networkFacts(slug)
      return { slug, name, batchSize: limits.tokensPerRequest, isOn: false, state: 'off', ...neverAsked }
    })
  return { items: [...inUse, ...off] }
}

const neverAsked = { latencyMs: null, lastGoodAt: null, checkedAt: null }

async function toCard({ slug, name, limits, readHealth }: Network): Promise<NetworkCard> {
  const { state, latencyMs, lastGoodAt, checkedAt } = await readHealth()
  const at = checkedAt === null ? null : new Date(checkedAt).toISOString()
  return {
    slug,
    name,
    batchSize: limits.tokensPerRequest,
    isOn: true,
    state,
    latencyMs,
    lastGoodAt,
    checkedAt: at,
  }
}
