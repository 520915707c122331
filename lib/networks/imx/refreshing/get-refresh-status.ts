import { z } from 'zod'
import type { Observation } from '../../provider/refresher.ts'
import type { ImxClient } from '../client.ts'
import { LenientSummary } from './lenient-summary.ts'
import type { NamedRefresh } from './named-refresh.ts'
import { toListedRefresh, vendorFields } from './refresh.ts'

const Response = z.object({ ...vendorFields, summary: LenientSummary })

export async function getRefreshStatus(
  client: ImxClient,
  { reference, credential }: NamedRefresh,
): Promise<Observation> {
  const { data } = await client.read({
    path: ['v1', 'metadata-refreshes', reference],
    schema: Response,
    signature: credential,
  })
  return { ...toListedRefresh(data), counts: data.summary }
}
