import 'server-only'
import type { RefreshState } from '../../domain/batches/state.ts'
import type { HistoryPlace } from '../../domain/refreshes/cursor/cursor-schema.ts'
import type { RefreshSource, RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import type { Help } from '../../domain/refreshes/needs/need.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'
import { needsHelp } from './refresh-needs.ts'
import { newestRefreshFirst, toRefreshSummaries, withSummary } from './refresh-summary.ts'

/** By id or by number. */
export async function findRefresh(
  db: Db,
  key: { id: string } | { number: number },
): Promise<RefreshSummary | null> {
  const row = await db.refresh.findUnique({ where: key, include: withSummary })
  const [summary = null] = row ? await toRefreshSummaries(db, [row]) : []
  return summary
}

export async function listRefreshesById(db: Db, ids: string[]): Promise<RefreshSummary[]> {
  const rows = await db.refresh.findMany({
    where: { id: { in: ids } },
    include: withSummary,
    orderBy: newestRefreshFirst,
  })
  return toRefreshSummaries(db, rows)
}

export type RefreshFilter = {
  network?: string
  collection?: string
  states?: readonly RefreshState[]
  /** Who submitted it, by hand or with a token, or signed for it. */
  /** Null is nobody of this desk, who made nothing. */
  member?: { id: string; address: string } | null
  source?: RefreshSource
  tokenId?: string
  from?: Date
  to?: Date
  hasProblems?: boolean
  /** Those that need a person: anybody, or one who can help so. */
  needs?: Help | 'anyone'
}

const problems: RefreshState[] = [
  'partly_failed',
  'failed',
  'inconclusive',
  'unknown',
  'stalled',
  'waiting_authority',
]

function whereOf(filter: RefreshFilter): Prisma.RefreshWhereInput {
  const { network, collection, states, member, source, tokenId, from, to, needs } = filter
  return {
    AND: [
      network ? { collection: { network } } : {},
      collection ? { collection: { address: collection } } : {},
      states ? { state: { in: [...states] } } : {},
      member ? { OR: [{ memberId: member.id }, { signerAddress: member.address }] } : {},
      member === null ? { id: { in: [] } } : {},
      source ? { source } : {},
      tokenId ? { tokens: { some: { tokenId } } } : {},
      from ? { createdAt: { gte: from } } : {},
      to ? { createdAt: { lte: to } } : {},
      needs ? needsHelp(needs === 'anyone' ? null : needs) : {},
      filter.hasProblems ? { OR: [{ state: { in: problems } }, { failed: { gt: 0 } }] } : {},
    ],
  }
}

/** On one side of a place in the history. The bound that stands alone is the one an index serves. */
function beside([createdAt, number]: HistoryPlace, side: 'lt' | 'gt'): Prisma.RefreshWhereInput {
  const bound = side === 'lt' ? { lte: createdAt } : { gte: createdAt }
  return { createdAt: bound, OR: [{ createdAt: { [side]: createdAt } }, { number: { [side]: number } }] }
}

/** Newest first: those older than `before`, or, for the way back, those just newer than `after`. */
export async function listRefreshes(
  db: Db,
  filter: RefreshFilter,
  page: { before?: HistoryPlace | undefined; after?: HistoryPlace | undefined; limit: number },
): Promise<RefreshSummary[]> {
  const { before, after, limit } = page
  const isBackwards = after !== undefined
  const rows = await db.refresh.findMany({
    where: { AND: [whereOf(filter), before ? beside(before, 'lt') : {}, after ? beside(after, 'gt') : {}] },
    include: withSummary,
    orderBy: isBackwards ? [{ createdAt: 'asc' }, { number: 'asc' }] : newestRefreshFirst,
    take: limit,
  })
  const items = await toRefreshSummaries(db, rows)
  return isBackwards ? items.reverse() : items
}

export const countRefreshes = (db: Db, filter: RefreshFilter): Promise<number> =>
  db.refresh.count({ where: whereOf(filter) })

export async function listRetries(db: Db, refreshId: string) {
  return db.refresh.findMany({
    where: { retryOf: { some: { originalId: refreshId } } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, state: true },
  })
}

export async function setNote(db: Db, id: string, note: string | null): Promise<void> {
  await db.refresh.update({ where: { id }, data: { note, version: { increment: 1 } } })
}

/** Holds the refresh until the transaction ends, so that a cancellation comes before this or after it. */
export async function isCancelled(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ cancelledAt: Date | null }[]>`
    SELECT "cancelledAt" FROM "Refresh" WHERE "id" = ${id}::uuid FOR UPDATE`
  return rows[0]?.cancelledAt !== null
}

/** Tells those who watch that something beside its own row changed. */
export async function touchRefresh(db: Db, id: string): Promise<void> {
  await db.refresh.update({ where: { id }, data: { version: { increment: 1 } } })
}
