import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { imxFamily } from './imx/imx-family.ts'
import type { Family, Limits, Provider, ProviderOptions } from './provider.ts'

const networks: Record<NetworkSlug, { name: string; family: Family }> = {
  imx: { name: 'Immutable X', family: imxFamily },
  'imx-sandbox': { name: 'Immutable X sandbox', family: imxFamily },
  'imx-local': { name: 'Local sandbox', family: imxFamily },
}

/** What is fixed about a network. Where it is and how fast it may be asked are settings (`lib/env`). */
export type NetworkFacts = { name: string; limits: Limits }

export function networkFacts(slug: NetworkSlug): NetworkFacts {
  const { name, family } = networks[slug]
  return { name, limits: family.limits }
}

export const openProvider = (slug: NetworkSlug, options: ProviderOptions): Provider =>
  networks[slug].family.open(options)
