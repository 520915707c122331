import type { Token } from './token.ts'
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
