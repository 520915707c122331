import type { Page } from './page.ts'

/** So many pages in a row without anything new, and a list goes round in a way that its cursors do not show. */
const MAX_IDLE_PAGES = 5

export type PageLimits<Item> = {
  /** What makes two items one; null for one that cannot be told from others. */
  keyOf: (item: Item) => string | null
  /** The most items that the list can truly have. */
  maxItems?: number
  maxPages?: number
}

/** `end` is null where another page follows; `cut_off` where the list has no end that can be reached. */
export type FollowedPage<Some extends Page<unknown>> = Some & { end: null | 'complete' | 'cut_off' }

/** A list of the network page by page, each item once. It ends whatever the network answers. */
export async function* followPages<Item, Some extends Page<Item>>(
  read: (cursor: string | undefined) => Promise<Some>,
  { keyOf, maxItems = Number.POSITIVE_INFINITY, maxPages = Number.POSITIVE_INFINITY }: PageLimits<Item>,
): AsyncGenerator<FollowedPage<Some>> {
  const seen = new Set<string>()
  const cursors = new Set<string>()
  let cursor: string | undefined
  let idlePages = 0
  for (let pages = 1; ; pages++) {
    const page = await read(cursor)
    const before = seen.size
    const fresh = page.items.filter((item) => isNew(keyOf(item), seen))
    const room = maxItems - before
    idlePages = seen.size === before ? idlePages + 1 : 0
    const next = page.nextCursor
    const isEndless = fresh.length > room || idlePages >= MAX_IDLE_PAGES || pages >= maxPages
    const leadsBack = next !== null && cursors.has(next)
    const isCutOff = page.isCutOff || leadsBack || (isEndless && (next !== null || fresh.length > room))
    const end = isCutOff ? 'cut_off' : next === null ? 'complete' : null
    yield { ...page, items: fresh.slice(0, Math.max(0, room)), end }
    if (end !== null || next === null) return
    cursors.add(next)
    cursor = next
  }
}

function isNew(key: string | null, seen: Set<string>): boolean {
  if (key === null) return true
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
