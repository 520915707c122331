export const behaviours = [
  'ok',
  'not_found',
  'server_error',
  'slow',
  'html',
  'invalid_json',
  'flaky',
] as const
export type Behaviour = (typeof behaviours)[number]

export type Metadata = Record<string, unknown>

/** A token twice: as the network shows it, and as the studio's origin would serve it now. */
export type Token = {
  id: string
  /** The network's own id of the asset: unique everywhere, in the order of token ids within a collection. */
  imxId: string
  user: string
  status: string
  createdAt: string
  updatedAt: string
  /** What the network knows since the last crawl that succeeded. */
  shown: Metadata
  /** What the origin answers. */
  served: Metadata
  behaviour: Behaviour
  /** Differs from how the seed made it. */
  isChanged: boolean
}

export type Art = 'wardens' | 'relics' | 'isles'

export type Collection = {
  address: string
  slug: string
  name: string
  description: string
  owner: string
  projectId: number
  art: Art
  createdAt: string
  metadataApiUrl: string
  tokens: Map<string, Token>
}

export type RefreshError = {
  tokenId: string
  url: string
  status: number | null
  body: string | null
  code: string
  at: string
}

export type Refresh = {
  id: string
  collection: string
  tokenIds: string[]
  startedAt: string
  completedAt: string | null
  /** Token ids that are not done yet. */
  left: Set<string>
  errors: RefreshError[]
  /** False when the answer to its submission was dropped on the way. */
  isAnswered: boolean
}
