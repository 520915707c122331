import { z } from 'zod'
import type { Page } from '../http/page.ts'
import { isTooLarge } from '../http/upstream-error.ts'
import type { OwnerSignature } from '../provider/credential.ts'
import type { ImxClient } from './client.ts'
import { Cursor, LenientCount, LenientList } from './lenient.ts'
import type { Answer } from './send.ts'
import type { Query } from './url.ts'

type PageRequest<Schema extends z.ZodType> = {
  path: string[]
  item: Schema
  signature?: OwnerSignature | undefined
  query?: Query
  cursor: string | undefined
  pageSize: number | undefined
}

const DEFAULT_SIZE = 100

/** `{result, cursor, remaining}`. A page that is larger than we read is asked for again in smaller pieces. */
export async function readPage<Schema extends z.ZodType>(
  client: ImxClient,
  { path, item, signature, query, cursor, pageSize }: PageRequest<Schema>,
): Promise<Page<z.output<Schema>> & Pick<Answer<unknown>, 'headers'>> {
  const schema = PageOf(item)
  const read = (size: number | undefined) =>
    client.read({
      path,
      schema,
      ...(signature && { signature }),
      query: { ...query, cursor, page_size: size },
    })
  for (let size = pageSize; ; size = Math.floor((size ?? DEFAULT_SIZE) / 2)) {
    try {
      const { data, headers } = await read(size)
      return { ...toPage(data, cursor), headers }
    } catch (error) {
      if (!isTooLarge(error) || size === 1) throw error
    }
  }
}

const PageOf = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ result: LenientList(item), cursor: z.unknown().optional(), remaining: LenientCount })

type VendorPage<Item> = {
  result: { items: Item[]; unreadable: number }
  cursor?: unknown
  remaining: number | null
}

/** A cursor comes even with the last page, so `remaining` alone says where a list ends, if it is there. */
function toPage<Item>(page: VendorPage<Item>, asked: string | undefined): Page<Item> {
  const { items, unreadable } = page.result
  const seemsToGoOn = Boolean(page.cursor) && items.length + unreadable > 0
  const hasMore = page.remaining === null ? seemsToGoOn : page.remaining > 0
  const cursor = Cursor.safeParse(page.cursor).data ?? null
  // Whoever follows the cursor that led here never gets anywhere.
  const nextCursor = hasMore && cursor !== asked ? cursor : null
  return { items, unreadable, nextCursor, isCutOff: hasMore && nextCursor === null }
}
