import { z } from 'zod'
import type { Page } from '../../http/page.ts'
import type { Paged } from '../../provider/catalog.ts'
import type { TokenFailure } from '../../provider/token-failure.ts'
import type { ImxClient } from '../client.ts'
import { LenientCount, LenientText, LenientTime, LenientTokenId } from '../lenient.ts'
import { readPage } from '../page.ts'
import type { NamedRefresh } from './named-refresh.ts'

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
    (error): TokenFailure => ({
      tokenId: error.token_id,
      url: error.client_token_metadata_url,
      httpStatus: error.client_response_status_code,
      body: error.client_response_body ?? null,
      errorCode: error.error_code ?? 'unknown',
      at: error.created_at,
    }),
  )

export async function listRefreshErrors(
  client: ImxClient,
  { reference, credential, cursor, pageSize }: NamedRefresh & Paged,
): Promise<Page<TokenFailure>> {
  const path = ['v1', 'metadata-refreshes', reference, 'errors']
  return readPage(client, { path, item: ImxRefreshError, signature: credential, cursor, pageSize })
}
