import type { Breaker } from '../http/breaker.ts'
import type { Clock } from '../http/clock.ts'
import type { Exchange } from '../http/exchange.ts'
import type { ReserveStart } from '../http/limiter.ts'
import type { Catalog } from './catalog.ts'
import type { AuthorityKind } from './credential.ts'
import type { Refresher } from './refresher.ts'
import type { ScriptDialect } from './script-dialect.ts'

/** Everything the rest of the desk may ask of a network, whatever its family. Built by `registry.ts` alone. */
export type Provider = {
  catalog: Catalog
  refresher: Refresher
  /** For scripts that speak the network's own API; null where there is none to pass on. */
  script: ScriptDialect | null
  /** The network's clock, as far as its last answer tells; null before the first. */
  upstreamNow: () => Date | null
}

/** What is fixed about a family. */
export type Limits = {
  tokensPerRequest: number
}

/** The networks that speak one API. */
export type Family = {
  limits: Limits
  authority: AuthorityKind
  open: (options: ProviderOptions) => Provider
}

/** Where a network is, and how fast and by whose clock it may be asked. */
export type ProviderOptions = {
  /** Without a trailing slash; may have a path. Nothing is ever sent anywhere else. */
  baseUrl: string
  apiKey: string | null
  /** 0 means no limit. */
  requestsPerSecond: number
  fetch?: typeof fetch
  clock?: Clock
  onExchange?: (exchange: Exchange) => void
  /** Where all who ask this network take their starts from; by default this client is alone. */
  reserveStart?: ReserveStart | undefined
  breaker?: Breaker
  /** Awaited before anything is asked. */
  prepare?: () => Promise<void>
}
