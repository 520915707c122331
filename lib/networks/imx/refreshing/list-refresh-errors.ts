import { z } from 'zod'
import type { Page } from '../../http/page.ts'
import type { ImxClient } from '../client.ts'
import { LenientCount, LenientText, LenientTime, LenientTokenId } from '../lenient.ts'
import { readPage } from '../page.ts'
import type { OwnerSignature } from './signature-headers.ts'

export type RefreshError = {
  tokenId: string
  url: string | null
  /** What the studio's own API answered; null when it did not answer. */
  httpStatus: number | null
  body: string | null
  /** One of the four documented codes, or a text nobody has documented. */
  errorCode: string
  at: string | null
}

const ImxRefreshError = z
  .object({
    token_id: LenientTokenId,
    client_token_metadata_url: LenientText,
    client_response_status_code: LenientCount,
    client_response_body: z.string().nullish().catch(null),
    error_code: LenientText,
    created_at: LenientTime,
  })
  .transform(
    (error): RefreshError => ({
      tokenId: error.token_id,
      url: error.client_token_metadata_url,
      httpStatus: error.client_response_status_code,
      body: error.client_response_body ?? null,
      errorCode: error.error_code ?? 'unknown',
      at: error.created_at,
    }),
  )

type ListRefreshErrorsParams = {
  upstreamId: string
  signature: OwnerSignature
  cursor?: string | undefined
  pageSize?: number | undefined
}

export async function listRefreshErrors(
  client: ImxClient,
  { upstreamId, signature, cursor, pageSize }: ListRefreshErrorsParams,
): Promise<Page<RefreshError>> {
  const path = ['v1', 'metadata-refreshes', upstreamId, 'errors']
  return readPage(client, { path, item: ImxRefreshError, signature, cursor, pageSize })
}
