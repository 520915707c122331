import { z } from 'zod'
import { readServerDate } from '../../http/upstream-clock.ts'
import type { UpstreamQuota } from '../../http/upstream-error.ts'
import type { ImxClient } from '../client.ts'
import type { BeforeSend } from '../enter.ts'
import { UpstreamId } from '../lenient.ts'
import { readQuota } from './quota.ts'
import type { OwnerSignature } from './signature-headers.ts'

export type CreateRefreshParams = {
  collection: string
  tokenIds: string[]
  signature: OwnerSignature
  timeoutMs?: number
  beforeSend?: BeforeSend
}

export type AcceptedRefresh = {
  upstreamId: string
  quota: UpstreamQuota | null
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** An id that cannot be kept and asked for is none: what became of the request is then unknown. */
export const CreatedRefresh = z.object({ refresh_id: UpstreamId })

/** Sends one batch, once: nothing here ever repeats it. */
export async function createRefresh(
  client: ImxClient,
  params: CreateRefreshParams,
): Promise<AcceptedRefresh> {
  const answer = await client.write({
    path: ['v1', 'metadata-refreshes'],
    body: { collection_address: params.collection, token_ids: params.tokenIds },
    signature: params.signature,
    schema: CreatedRefresh,
    status: 202,
    timeoutMs: params.timeoutMs,
    beforeSend: params.beforeSend,
  })
  return toAccepted(answer.data, answer)
}

/** `receivedAt` is by our clock, in milliseconds. */
export function toAccepted(
  created: z.output<typeof CreatedRefresh>,
  { headers, receivedAt }: { headers: Headers; receivedAt: number },
): AcceptedRefresh {
  return {
    upstreamId: created.refresh_id,
    quota: readQuota(headers, receivedAt),
    serverDate: readServerDate(headers),
  }
}
