import 'server-only'
import { findCollection } from '../../db/collections/collections.ts'
import { listTokenRefreshes } from '../../db/refreshes/token-history.ts'
import type { AssetParams, TokenRefreshList } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'

/** As many as a page shows at a glance; the history has all of them. */
const SHOWN = 20

/** The newest refreshes of one token on this desk; empty for a token or collection it never touched. */
export async function listAssetRefreshes(ctx: ServiceContext, input: AssetParams): Promise<TokenRefreshList> {
  const { network, address, tokenId } = input
  ctx.networks.get(network)
  const stored = await findCollection(ctx.db, { network, address })
  const found = stored ? await listTokenRefreshes(ctx.db, stored.id, tokenId, SHOWN + 1) : []
  return { items: found.slice(0, SHOWN), hasMore: found.length > SHOWN }
}
