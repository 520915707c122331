import 'server-only'
import { followPages, type PageLimits } from '../../networks/http/follow-pages.ts'
import type { Refresher, Sent, TokenFailure } from '../../networks/provider.ts'

const PAGE_SIZE = 200

type Followed = Sent & Omit<PageLimits<TokenFailure>, 'keyOf'>

/** The failures that a network lists of a batch page by page, one for each token. */
export const followFailures = (refresher: Refresher, { reference, credential, ...limits }: Followed) =>
  followPages((cursor) => refresher.listFailures({ reference, credential, cursor, pageSize: PAGE_SIZE }), {
    keyOf: ({ tokenId }: TokenFailure) => tokenId,
    ...limits,
  })
