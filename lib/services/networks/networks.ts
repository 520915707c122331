import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { type Database, database } from '../../db/connection/open-database.ts'
import { reserveStart } from '../../db/networks/request-rates.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { config } from '../../env/config.ts'
import type { NetworkConfig } from '../../env/network-config.ts'
import type { Breaker } from '../../networks/http/breaker.ts'
import { type Clock, systemClock } from '../../networks/http/clock.ts'
import type { ForwardedAnswer } from '../../networks/http/forwarding.ts'
import type { NetworkHealth } from '../../networks/http/health.ts'
import { createResponseCache, type ResponseCache } from '../../networks/http/response-cache.ts'
import { createSignatureWindow, type SignatureWindow } from '../../networks/http/signature-window.ts'
import type { Provider, ProviderOptions } from '../../networks/provider/provider.ts'
import {
  type NetworkFacts,
  networkFacts,
  openProvider,
  type Registry,
  registry,
} from '../../networks/registry.ts'
import { createServerKeySlot, type ServerKeySlot } from './server-key-slot.ts'
import { watchNetwork } from './watch-network.ts'

export type Network = NetworkFacts & {
  slug: NetworkSlug
  baseUrl: string
  /** 0 means no limit. */
  requestsPerSecond: number
  provider: Provider
  /** What the exchanges so far say about it. */
  readHealth: () => Promise<NetworkHealth>
  breaker: Breaker
  /** How long it takes no submissions, by its own word; 0 when it may. */
  writesHeldForMs: () => number
  /** What scripts were answered a moment ago, and how old a signature may be to be told. */
  answers: ResponseCache<ForwardedAnswer>
  signatures: SignatureWindow
  /** For a network that is refreshed with an API key. */
  serverKey: ServerKeySlot
}

export type Networks = {
  list: () => Network[]
  /** Null for one that is not switched on: its history stays as it is. */
  find: (slug: string) => Network | null
  /** Throws `not_found` for a network that is not switched on. */
  get: (slug: string) => Network
}

/** With a database their health survives a restart, and on a shared one all instances keep the request rate together. */
export function createNetworks(
  settings: readonly NetworkConfig[],
  clock: Clock = systemClock,
  database: Database | null = null,
  families: Registry = registry,
): Networks {
  const all = settings.map((setting) => createNetwork(setting, clock, database, families))
  const find = (slug: string) => all.find((candidate) => candidate.slug === slug) ?? null
  return {
    list: () => all,
    find,
    get: (slug) => {
      const network = find(slug)
      if (!network) throw new AppError('not_found', 'This network is not enabled here.')
      return network
    },
  }
}

function createNetwork(
  { slug, baseUrl, apiKey, requestsPerSecond }: NetworkConfig,
  clock: Clock,
  database: Database | null,
  families: Registry,
): Network {
  const { breaker, prepare, record, readHealth, writesHeldForMs } = watchNetwork(
    slug,
    clock,
    database?.prisma ?? null,
  )
  const options: ProviderOptions = {
    baseUrl,
    apiKey,
    requestsPerSecond,
    clock,
    breaker,
    prepare,
    onExchange: record,
    ...(database?.isShared && {
      reserveStart: (rate) => reserveStart(database.prisma, slug, rate),
    }),
  }
  return {
    ...networkFacts(slug, families),
    slug,
    baseUrl,
    requestsPerSecond,
    provider: openProvider(slug, options, families),
    breaker,
    readHealth,
    writesHeldForMs,
    answers: createResponseCache(clock),
    signatures: createSignatureWindow(),
    serverKey: createServerKeySlot(apiKey),
  }
}

// Next bundles routes and instrumentation apart; two singletons would each spend the whole request rate.
const shared = globalThis as typeof globalThis & { refreshDeskNetworks?: Networks }

/** The networks of this process. */
export function networks(): Networks {
  shared.refreshDeskNetworks ??= createNetworks(config().networks, systemClock, database())
  return shared.refreshDeskNetworks
}
