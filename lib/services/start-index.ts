import 'server-only'
import type { CollectionIndexState } from '../collection/collection-index.ts'
import type { CollectionKey } from '../db/collections.ts'
import { requireRole, type ServiceContext } from './context.ts'
import { getIndex } from './get-index.ts'

/** Starts a walk over all assets, or brings up what is known already. */
export async function startIndex(ctx: ServiceContext, key: CollectionKey): Promise<CollectionIndexState> {
  requireRole(ctx, 'operator')
  return getIndex(ctx, key)
}
