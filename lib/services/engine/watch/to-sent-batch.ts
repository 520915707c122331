import 'server-only'
import { findContent } from '../../../db/batches/batch-content.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { listBatchTokenIds } from '../../../db/tokens/tokens.ts'
import type { Sent } from '../../../networks/provider/refresher.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'

/** A batch as its network is asked about it. */
export const toSentBatch = (
  { db }: WorkContext,
  { id, reference, collection }: Pick<BatchWork, 'id' | 'reference' | 'collection'>,
  { credential }: Permit,
): Sent => ({
  reference,
  collection,
  tokenIds: () => listBatchTokenIds(db, id),
  content: () => findContent(db, id),
  credential,
})
