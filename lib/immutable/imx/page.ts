import { z } from 'zod'
import { UpstreamError } from '../upstream-error.ts'

export type Page<Item> = { items: Item[]; nextCursor: string | null }

/** `{result, cursor, remaining}`: a cursor comes even with the last page, so `remaining` alone says where it ends. */
export function PageOf<Schema extends z.ZodType>(item: Schema) {
  return z.object({
    result: z
      .array(item)
      .nullish()
      .transform((items) => items ?? []),
    cursor: z.string().nullish(),
    remaining: z.coerce.number().nullish().catch(null),
  })
}

type VendorPage<Item> = {
  result: Item[]
  cursor?: string | null | undefined
  remaining?: number | null | undefined
}

/** Throws `nonsense` when the network hands back the cursor it was given: whoever follows it would never end. */
export function toPage<Item>(page: VendorPage<Item>, askedCursor: string | undefined): Page<Item> {
  const hasMore = (page.remaining ?? (page.result.length > 0 ? 1 : 0)) > 0
  const nextCursor = hasMore && page.cursor ? page.cursor : null
  if (nextCursor !== null && nextCursor === askedCursor) {
    throw new UpstreamError('A page pointed back to itself.', {
      kind: 'nonsense',
      httpStatus: 200,
      isWritten: true,
    })
  }
  return { items: page.result, nextCursor }
}
