import { followPages, type PageLimits } from '../../http/follow-pages.ts'
import type { ImxClient } from '../client.ts'
import { listRefreshErrors, type RefreshError } from './list-refresh-errors.ts'
import type { OwnerSignature } from './signature-headers.ts'

const PAGE_SIZE = 200

type IndexSync = { upstreamId: string; signature: OwnerSignature } & Omit<PageLimits<RefreshError>, 'keyOf'>

/** The failures that a network lists of a refresh page by page, one for each token. */
export const followRefreshErrors = (client: ImxClient, { upstreamId, signature, ...limits }: IndexSync) =>
  followPages((cursor) => listRefreshErrors(client, { upstreamId, signature, cursor, pageSize: PAGE_SIZE }), {
    keyOf: ({ tokenId }: RefreshError) => tokenId,
    ...limits,
  })
