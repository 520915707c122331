import 'server-only'
import type { NetworkSlug } from '../collection/network-slug.ts'
import { config } from '../env/config.ts'
import type { NetworkConfig } from '../env/network-config.ts'
import { AppError } from '../errors/app-error.ts'
import { type Clock, systemClock } from '../immutable/clock.ts'
import { type NetworkHealth, watchHealth } from '../immutable/health.ts'
import { createImxClient, type ImxClient } from '../immutable/imx/client.ts'
import { type NetworkFacts, networkFacts } from '../immutable/networks.ts'

export type Network = NetworkFacts & {
  slug: NetworkSlug
  baseUrl: string
  client: ImxClient
  /** What the exchanges so far say about it. */
  readHealth: () => NetworkHealth
}

export type Networks = {
  list: () => Network[]
  /** Throws `not_found` for a network that is not switched on. */
  get: (slug: string) => Network
}

export function createNetworks(settings: readonly NetworkConfig[], clock: Clock = systemClock): Networks {
  const all = settings.map((setting) => createNetwork(setting, clock))
  return {
    list: () => all,
    get: (slug) => {
      const network = all.find((candidate) => candidate.slug === slug)
      if (!network) throw new AppError('not_found', 'This desk does not use that network.')
      return network
    },
  }
}

function createNetwork({ slug, baseUrl, apiKey, requestsPerSecond }: NetworkConfig, clock: Clock): Network {
  const watch = watchHealth(clock)
  const client = createImxClient({ baseUrl, apiKey, requestsPerSecond, clock, onExchange: watch.record })
  return { ...networkFacts[slug], slug, baseUrl, client, readHealth: watch.read }
}

// Next bundles routes and instrumentation apart; two singletons would each spend the whole request rate.
const shared = globalThis as typeof globalThis & { refreshDeskNetworks?: Networks }

/** The networks of this process. */
export function networks(): Networks {
  shared.refreshDeskNetworks ??= createNetworks(config().networks)
  return shared.refreshDeskNetworks
}
