import type { Counts } from '../../domain/batches/merge-progress.ts'
import type { AnswerFacts, AnswerSituation, Outcome } from '../../domain/batches/outcome.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { BeforeSend } from '../http/before-send.ts'
import type { Page } from '../http/page.ts'
import type { UpstreamQuota } from '../http/upstream-error.ts'
import type { Paged } from './catalog.ts'
import type { Credential } from './credential.ts'
import type { Preparation } from './preparation.ts'
import type { TokenFailure } from './token-failure.ts'

/** Asking for refreshes, and for what became of them. Each call to the network throws UpstreamError. */
export type Refresher = {
  preparation: Preparation
  /** Sends one batch, once: nothing here ever repeats it. */
  send: (payload: Payload) => Promise<Receipt>
  /** What an answer that was no receipt makes of a batch. */
  interpret: (answer: AnswerFacts, situation: AnswerSituation) => Outcome
  /** How far the network is with a batch that it took. */
  observe: (sent: Sent) => Promise<Observation>
  listFailures: (sent: Sent & Paged) => Promise<Page<TokenFailure>>
  lost: LostAnswer
  /** The network's own list of refreshes; null where it keeps none. */
  history: ListRefreshes | null
}

/**
 * What a lost answer means: the network's list is searched, because a second request would be another refresh; or the
 * batch is simply sent again, because the same content twice is the same as once.
 */
export type LostAnswer = { kind: 'search'; list: ListRefreshes } | { kind: 'repeat' }

export type Payload = {
  collection: string
  tokenIds: string[]
  /** What `pack` made; null where a network is told the tokens alone. */
  content: string | null
  credential: Credential
  timeoutMs?: number
  beforeSend?: BeforeSend
}

/** What the network said when it took a batch. */
export type Receipt = {
  /** Null where the network gives no name to what it took. */
  reference: string | null
  quota: UpstreamQuota | null
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** A batch that the network took, and who asks about it. */
export type Sent = {
  reference: string | null
  collection: string
  /** Its tokens, read from our own rows when a network must be asked token by token. */
  tokenIds: () => Promise<string[]>
  /** What was sent of them, where more than their ids was. */
  content: () => Promise<string | null>
  credential: Credential
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

export type RefreshesListing = Paged & { credential: Credential; collection?: string | undefined }

export type RefreshListing = Page<ListedRefresh> & {
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** Newest first. */
export type ListRefreshes = (listing: RefreshesListing) => Promise<RefreshListing>
