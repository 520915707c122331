import { type WalkLimits, walkPages } from '../../http/walk-pages.ts'
import type { ImxClient } from '../client.ts'
import { listRefreshErrors, type RefreshError } from './list-refresh-errors.ts'
import type { ImxGrant } from './signature-headers.ts'

const PAGE_SIZE = 200

type Walk = { upstreamId: string; grant: ImxGrant } & Omit<WalkLimits<RefreshError>, 'keyOf'>

/** The failures that a network lists of a refresh page by page, one for each token. */
export const walkRefreshErrors = (client: ImxClient, { upstreamId, grant, ...limits }: Walk) =>
  walkPages((cursor) => listRefreshErrors(client, { upstreamId, grant, cursor, pageSize: PAGE_SIZE }), {
    keyOf: ({ tokenId }: RefreshError) => tokenId,
    ...limits,
  })
