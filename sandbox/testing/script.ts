import type { Asked } from './asked.ts'

/** How the next submission is answered; `accept` is what happens without a script. */
export type Scripted =
  | 'accept'
  /** The connection is cut before, or after, the sandbox took the request. */
  | 'drop'
  | 'accept_and_drop'
  | { status: number; body?: unknown; headers?: Record<string, string> }

/** What it tells of one refresh instead of the truth. */
export type Oddity = {
  listed?: Record<string, unknown>
  status?: Record<string, unknown>
  httpStatus?: number
  /** The tokens whose failures it lists. */
  failures?: string[]
}

/** What a test may have a network say, and what it counts meanwhile. */
export const createScript = () => ({
  script: [] as Scripted[],
  /** What it answers to reads instead, while set; of its collections it still speaks. */
  readStatus: null as number | null,
  /** It cannot speak of its collections. */
  isUnreachable: false,
  /** What it answers to a read instead of the truth; null where it tells the truth. */
  instead: (_asked: Asked): { status?: number; body: unknown } | null => null,
  /** What it tells of every refresh instead of the truth, while set. */
  status: null as Record<string, unknown> | null,
  /** By the id of a refresh. */
  odd: new Map<string, Oddity>(),
  /** What its list does not show, though it has it. */
  hidden: new Set<string>(),
  /** How often its list shows each refresh. */
  timesListed: 1,
  /** Larger lists come in pages. */
  pageSize: Number.POSITIVE_INFINITY,
  /** Awaited after it took a request, before it says so. */
  afterTaking: async () => {},
  /** Awaited after it made its list, or looked at one refresh, before it answers. */
  afterReading: async (_what: 'list' | 'refresh') => {},
  submissions: 0,
  looks: 0,
  listings: 0,
})
export type Script = ReturnType<typeof createScript>
