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
  user: string
  status: string
  createdAt: string
  updatedAt: string
  /** What the network knows since the last crawl that succeeded. */
  shown: Metadata
  /** What the origin answers. */
  served: Metadata
  behaviour: Behaviour
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
  filterKeys: string[]
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
  status: 'queued' | 'in_progress' | 'completed'
  startedAt: string
  completedAt: string | null
  /** Token ids that are done, in order; errors are a part of them. */
  done: number
  errors: RefreshError[]
  /** False when the answer to its submission was dropped on the way. */
  isAnswered: boolean
}
