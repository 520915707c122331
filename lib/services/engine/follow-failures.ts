import 'server-only'
import { followPages, type PageLimits } from '../../networks/http/follow-pages.ts'
import type { Refresher, Sent } from '../../networks/provider/refresher.ts'
import type { TokenFailure } from '../../networks/provider/token-failure.ts'

const PAGE_SIZE = 200

type Followed = { sent: Sent } & Omit<PageLimits<TokenFailure>, 'keyOf'>

/** The failures that a network lists of a batch page by page, one for each token. */
export const followFailures = (refresher: Refresher, { sent, ...limits }: Followed) =>
  followPages((cursor) => refresher.listFailures({ ...sent, cursor, pageSize: PAGE_SIZE }), {
    keyOf: ({ tokenId }: TokenFailure) => tokenId,
    ...limits,
  })
