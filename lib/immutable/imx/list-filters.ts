import { z } from 'zod'
import type { TraitFilter } from '../../collection/model.ts'
import type { ImxClient } from './client.ts'
import { LenientText } from './lenient.ts'

const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const ImxFilter = z
  .object({
    key: z.string(),
    type: LenientText,
    value: z.array(Value).nullish().catch(null),
    range: z.object({ min: z.number(), max: z.number() }).nullish().catch(null),
  })
  .transform(
    (filter): TraitFilter => ({
      key: filter.key,
      type: filter.type ?? 'text',
      values: filter.value ?? [],
      range: filter.range ?? null,
    }),
  )

/** The specification says a bare array; a page around it is understood too. */
const Response = z.union([
  z.array(ImxFilter).transform((result) => ({ result, next_page_token: null })),
  z.object({ result: z.array(ImxFilter), next_page_token: LenientText }),
])

type ListFiltersParams = {
  collection: string
  pageSize?: number | undefined
  pageToken?: string | undefined
}

export async function listFilters(
  client: ImxClient,
  { collection, pageSize, pageToken }: ListFiltersParams,
): Promise<{ items: TraitFilter[]; nextPageToken: string | null }> {
  const { data } = await client.read({
    path: ['v1', 'collections', collection, 'filters'],
    schema: Response,
    query: { page_size: pageSize, next_page_token: pageToken },
  })
  return { items: data.result, nextPageToken: data.next_page_token }
}
