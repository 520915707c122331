import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followPage, newTrail, type Trail } from './trail.ts'

/** How many pages are read of a list that goes on from `next(cursor)`. */
function walk(
  next: (cursor: number) => number | null,
  mostPages?: number,
): { pages: number; isCircle: boolean } {
  let trail: Trail = newTrail
  let cursor: number | null = next(-1)
  for (let pages = 1; ; pages++) {
    const page = { nextCursor: cursor === null ? null : String(cursor), isCutOff: false }
    const { place, end } = followPage(page, trail, mostPages)
    if (end !== null) return { pages, isCircle: end === 'cut_off' }
    trail = place
    cursor = next(Number(place.cursor))
  }
}

test('behavior: every circle is noticed before it has been read a few times, and no list with an end is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }), (start, length) => {
      const circle = walk((cursor) => (cursor + 1 < start + length ? cursor + 1 : start))
      expect(circle.isCircle).toBe(true)
      expect(circle.pages).toBeLessThanOrEqual(3 * (start + length) + 3)
      const ended = walk((cursor) => (cursor + 1 < start + length ? cursor + 1 : null))
      expect(ended).toEqual({ pages: start + length + 1, isCircle: false })
    }),
  )
})

test('behavior: a list whose places are always new ends too', () => {
  expect(walk((cursor) => cursor + 1, 50)).toEqual({ pages: 50, isCircle: true })
})
