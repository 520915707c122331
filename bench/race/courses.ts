import type { Behaviour } from '../../e2e/fixtures/control.ts'

export type Course = {
  /** Goes behind who ran it. */
  name: string
  settings: { crawl_tokens_per_second: number; crawl_refreshes_at_once: number }
  broken: Record<string, Behaviour>
  watchedBy: number[]
}

export const TOKENS = 10_000

/** Each token that the origin does not serve fails: three of 50, so 60 of each batch. */
const sixHundred = Array.from({ length: TOKENS }, (_, at) => at + 1).filter((id) =>
  [7, 23, 41].includes(id % 50),
)

/** Each takes the network about a minute. */
export const courses: Course[] = [
  {
    name: '',
    settings: { crawl_tokens_per_second: 16, crawl_refreshes_at_once: 0 },
    broken: {},
    watchedBy: [1, 50, 200],
  },
  {
    name: ', 600 fail',
    settings: { crawl_tokens_per_second: 16, crawl_refreshes_at_once: 0 },
    broken: Object.fromEntries(sixHundred.map((id) => [String(id), 'not_found'])),
    watchedBy: [1],
  },
  {
    name: ', one batch after the other',
    settings: { crawl_tokens_per_second: 160, crawl_refreshes_at_once: 1 },
    broken: {},
    watchedBy: [1],
  },
]
