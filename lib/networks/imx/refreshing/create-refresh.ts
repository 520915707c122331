import { z } from 'zod'
import type { HeaderReader } from '../../http/raw/raw-headers.ts'
import { readServerDate } from '../../http/upstream-clock.ts'
import { ofKind } from '../../provider/credential.ts'
import type { Payload, Receipt } from '../../provider/refresher.ts'
import type { ImxClient } from '../client.ts'
import { UpstreamId } from '../lenient.ts'
import { readQuota } from './quota.ts'

/** An id that cannot be kept and asked for is none: what became of the request is then unknown. */
export const CreatedRefresh = z.object({ refresh_id: UpstreamId })

type NamedReceipt = Receipt & { reference: string }

/** Sends one batch, once: nothing here ever repeats it. */
export async function createRefresh(
  client: ImxClient,
  payload: Omit<Payload, 'content'>,
): Promise<NamedReceipt> {
  const answer = await client.write({
    path: ['v1', 'metadata-refreshes'],
    body: { collection_address: payload.collection, token_ids: payload.tokenIds },
    signature: ofKind('owner_signature', payload.credential),
    schema: CreatedRefresh,
    status: 202,
    timeoutMs: payload.timeoutMs,
    beforeSend: payload.beforeSend,
  })
  return toReceipt(answer.data, answer)
}

/** `receivedAt` is by our clock, in milliseconds. */
export function toReceipt(
  created: z.output<typeof CreatedRefresh>,
  { headers, receivedAt }: { headers: HeaderReader; receivedAt: number },
): NamedReceipt {
  return {
    reference: created.refresh_id,
    quota: readQuota(headers, receivedAt),
    serverDate: readServerDate(headers),
  }
}
