import type { Counts } from '../domain/batches/merge-progress.ts'
import type { Asset, Collection, TraitFilter } from '../domain/collections/model.ts'
import type { Address } from '../domain/networks/address.ts'
import type { BeforeSend } from './http/before-send.ts'
import type { Breaker } from './http/breaker.ts'
import type { Clock } from './http/clock.ts'
import type { Exchange } from './http/exchange.ts'
import type { ForwardedAnswer, Reserve } from './http/forwarding.ts'
import type { ReserveStart } from './http/limiter.ts'
import type { Page } from './http/page.ts'
import type { UpstreamQuota } from './http/upstream-error.ts'

/** Everything the rest of the desk may ask of a network, whatever its family. Built by `registry.ts` alone. */
export type Provider = {
  catalog: Catalog
  refresher: Refresher
  /** For scripts that speak the network's own API; null where there is none to pass on. */
  script: ScriptDialect | null
  /** The network's clock, as far as its last answer tells; null before the first. */
  upstreamNow: () => Date | null
}

/** What is fixed about a family of networks. */
export type Limits = {
  tokensPerRequest: number
}

/** A family of networks that speak one API. */
export type Family = {
  limits: Limits
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

/** The facts of a collection without where and when they were read. */
export type CollectionFacts = Omit<Collection, 'network' | 'seenAt'>

export type Paged = { cursor?: string | undefined; pageSize?: number | undefined }
type Direction = 'asc' | 'desc'

export type CollectionSearch = Paged & {
  /** Searched in names and descriptions. */
  keyword?: string | undefined
  orderBy?: 'name' | 'updated_at' | undefined
  direction?: Direction | undefined
}

export type AssetListing = Paged & {
  collection?: string | undefined
  owner?: string | undefined
  status?: string | undefined
  name?: string | undefined
  /** Trait name to wanted values. */
  traits?: Record<string, string[]> | undefined
  updatedMin?: string | undefined
  updatedMax?: string | undefined
  orderBy?: 'updated_at' | 'name' | undefined
  direction?: Direction | undefined
}

export type TraitListing = Paged & { collection: string }

/** Reading what a network has. Each call throws UpstreamError. */
export type Catalog = {
  /** The least that tells whether the network answers. */
  ping: () => Promise<void>
  getCollection: (address: string) => Promise<CollectionFacts>
  listCollections: (search: CollectionSearch) => Promise<Page<CollectionFacts>>
  getAsset: (asset: { collection: string; tokenId: string }) => Promise<Asset>
  listAssets: (listing: AssetListing) => Promise<Page<Asset>>
  listTraits: (listing: TraitListing) => Promise<{ items: TraitFilter[]; nextCursor: string | null }>
}

/** An owner's signed timestamp. A bearer credential: never log it. */
export type OwnerSignature = { address: string; timestamp: string; signature: string }

export type Payload = {
  collection: string
  tokenIds: string[]
  credential: OwnerSignature
  timeoutMs?: number
  beforeSend?: BeforeSend
}

/** What the network said when it took a batch. */
export type Receipt = {
  reference: string
  quota: UpstreamQuota | null
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** A refresh in the network's own list. */
export type ListedRefresh = {
  /** Null when it can neither be kept nor asked for: that it is there is all that is known. */
  reference: string | null
  /** How far it is; `status` is the network's own word for it, shown and never compared. */
  phase: 'queued' | 'running' | 'finished'
  status: string
  collection: Address | null
  startedAt: string | null
  completedAt: string | null
}

export type Observation = ListedRefresh & {
  /** Null when the network does not say, in numbers that can be read, how many tokens are where. */
  counts: (Counts & { pending: number }) | null
}

export type RefreshesListing = Paged & { credential: OwnerSignature; collection?: string | undefined }

export type RefreshListing = Page<ListedRefresh> & {
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** What became of one token. */
export type TokenFailure = {
  tokenId: string
  url: string | null
  /** What the studio's own API answered; null when it did not answer. */
  httpStatus: number | null
  body: string | null
  errorCode: string
  at: string | null
}

/** A batch that the network took, and who asks about it. */
export type Sent = { reference: string; credential: OwnerSignature }

/** Asking for refreshes, and for what became of them. Each call throws UpstreamError. */
export type Refresher = {
  /** Sends one batch, once: nothing here ever repeats it. */
  send: (payload: Payload) => Promise<Receipt>
  observe: (sent: Sent) => Promise<Observation>
  listFailures: (sent: Sent & Paged) => Promise<Page<TokenFailure>>
  /** Newest first. */
  listRefreshes: (listing: RefreshesListing) => Promise<RefreshListing>
}

/** What of a network's own API scripts may reach. */
export type ScriptOperation = {
  method: 'GET' | 'POST'
  path: RegExp
  /** Its answer is for the owner alone, who is named and proven by the request's own headers. */
  isSigned: boolean
  /** It submits tokens, which the history keeps. */
  isSubmission: boolean
}

export type ScriptDialect = {
  /** Null for everything that is not passed on; `path` is the raw path that a script asked for. */
  findOperation: (method: string, path: string) => ScriptOperation | null
  reserve: Reserve
  /** What the answer to a submission says; throws what `send` would have thrown. */
  readReceipt: (answer: ForwardedAnswer) => Receipt
}
