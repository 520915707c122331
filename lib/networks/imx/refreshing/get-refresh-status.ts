import { z } from 'zod'
import type { ImxClient } from '../client.ts'
import { type Counts, LenientSummary } from './lenient-summary.ts'
import { type ListedRefresh, toListedRefresh, vendorFields } from './refresh.ts'
import type { OwnerSignature } from './signature-headers.ts'

export type RefreshStatus = ListedRefresh & {
  /** Null when the network does not say, in numbers that can be read, how many tokens are where. */
  counts: Counts | null
}

const Response = z.object({ ...vendorFields, summary: LenientSummary })

type GetRefreshStatusParams = { upstreamId: string; signature: OwnerSignature }

export async function getRefreshStatus(
  client: ImxClient,
  { upstreamId, signature }: GetRefreshStatusParams,
): Promise<RefreshStatus> {
  const { data } = await client.read({
    path: ['v1', 'metadata-refreshes', upstreamId],
    schema: Response,
    signature,
  })
  return { ...toListedRefresh(data), counts: data.summary }
}
