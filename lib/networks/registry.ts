import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { imxFamily } from './imx/imx-family.ts'
import type { Family, Provider, ProviderOptions } from './provider/provider.ts'

export type Registry = Record<NetworkSlug, { name: string; family: Family }>

export const registry: Registry = {
  imx: { name: 'Immutable X', family: imxFamily },
  'imx-sandbox': { name: 'Immutable X sandbox', family: imxFamily },
  'imx-local': { name: 'Local sandbox', family: imxFamily },
}

/** What is fixed about a network. Where it is and how fast it may be asked are settings (`lib/env`). */
export type NetworkFacts = { name: string } & Pick<Family, 'limits' | 'authority'>

export function networkFacts(slug: NetworkSlug, networks = registry): NetworkFacts {
  const { name, family } = networks[slug]
  return { name, limits: family.limits, authority: family.authority }
}

export const openProvider = (slug: NetworkSlug, options: ProviderOptions, networks = registry): Provider =>
  networks[slug].family.open(options)
