import { z } from 'zod'
import type { TraitFilter } from '../../../domain/collections/model-schema.ts'
import { cleanText } from '../../../domain/failures/failure-body.ts'
import type { TraitListing } from '../../provider/catalog.ts'
import type { ImxClient } from '../client.ts'
import { Cursor, LenientList, LenientText } from '../lenient.ts'

const Value = z.union([z.string(), z.number(), z.boolean()]).transform((value) => cleanText(String(value)))

const ImxFilter = z
  .object({
    key: z.string().transform(cleanText),
    type: LenientText,
    value: LenientList(Value).nullish().catch(null),
    range: z.object({ min: z.number(), max: z.number() }).nullish().catch(null),
  })
  .transform(
    (filter): TraitFilter => ({
      key: filter.key,
      type: filter.type ?? 'text',
      values: filter.value?.items ?? [],
      range: filter.range ?? null,
    }),
  )

const Filters = LenientList(ImxFilter)

/** The specification says a bare array; a page around it is understood too. */
const Response = z.union([
  Filters.transform((result) => ({ result, next_page_token: null })),
  z.object({ result: Filters, next_page_token: z.unknown().optional() }),
])

export async function listTraits(
  client: ImxClient,
  { collection, cursor, pageSize }: TraitListing,
): Promise<{ items: TraitFilter[]; nextCursor: string | null }> {
  const { data } = await client.read({
    path: ['v1', 'collections', collection, 'filters'],
    schema: Response,
    query: { page_size: pageSize, next_page_token: cursor },
  })
  return { items: data.result.items, nextCursor: Cursor.safeParse(data.next_page_token).data ?? null }
}
