/** Where a list goes on, how far it has been followed to there, and one of the places where it went on before. */
export type Trail = { cursor: string | null; pages: number; mark: string | null }

export const newTrail: Trail = { cursor: null, pages: 0, mark: null }

/** More than any collection has, or any team makes. */
const MOST_PAGES = 1_000_000

type Followed = { nextCursor: string | null; isCutOff: boolean }

/** Where a list that is read over many runs goes on after a page; `cut_off` when it has no end that can be reached. */
export function followPage(
  { nextCursor, isCutOff }: Followed,
  trail: Trail,
  mostPages = MOST_PAGES,
): { place: Trail; end: null | 'complete' | 'cut_off' } {
  const further = nextCursor === null ? null : follow(trail, nextCursor, mostPages)
  if (further) return { place: further, end: null }
  const isWhole = nextCursor === null && !isCutOff
  return { place: newTrail, end: isWhole ? 'complete' : 'cut_off' }
}

/**
 * One page further a list that is read over many runs; null when it has no end. Remembering one earlier place,
 * and a later one each time the pages have doubled, notices every circle (Brent).
 */
function follow({ pages, mark }: Trail, next: string, mostPages: number): Trail | null {
  const read = pages + 1
  if (next === mark || read >= mostPages) return null
  const isPowerOfTwo = (read & (read - 1)) === 0
  return { cursor: next, pages: read, mark: isPowerOfTwo ? next : mark }
}
