import 'server-only'
import { Address } from '../collection/address.ts'
import type { NetworkSlug } from '../collection/network-slug.ts'
import { countProgress } from '../refresh/derive-state.ts'
import type { RefreshSummary } from '../refresh/model.ts'
import type { RefreshState } from '../refresh/state.ts'
import type { MemberRef } from '../team/model.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

const withSummary = {
  collection: true,
  member: true,
  retryOf: {
    select: { source: { select: { id: true, number: true } } },
    orderBy: { source: { number: 'asc' } },
  },
  pausedBy: true,
  batches: { select: { state: true, tokenCount: true, succeeded: true, failed: true } },
} satisfies Prisma.RefreshInclude

type SummaryRow = Prisma.RefreshGetPayload<{ include: typeof withSummary }>
type BatchState = Parameters<typeof countProgress>[0][number]['state']

const unsent: readonly string[] = ['planned', 'sending', 'cancelled']

export function toRefreshSummary(row: SummaryRow): RefreshSummary {
  const batches = row.batches.map((batch) => ({ ...batch, state: batch.state as BatchState }))
  const { collection, member } = row
  return {
    id: row.id,
    number: row.number,
    note: row.note,
    origin: row.origin as RefreshSummary['origin'],
    state: row.state as RefreshState,
    collection: {
      network: collection.network as NetworkSlug,
      address: Address.parse(collection.address),
      name: collection.name,
      imageUrl: collection.imageUrl,
      ownerAddress: collection.ownerAddress === null ? null : Address.parse(collection.ownerAddress),
      metadataApiUrl: collection.metadataApiUrl,
    },
    progress: countProgress(batches),
    batchCount: batches.length,
    sentBatchCount: batches.filter(({ state }) => !unsent.includes(state)).length,
    causeCount: row.causeCount,
    by: toMemberRef(member),
    signer: row.signerAddress === null ? null : Address.parse(row.signerAddress),
    retryOf: row.retryOf.map(({ source }) => source),
    pause: toPause(row),
    collecting: row.collectState === 'collecting' ? { error: row.collectError } : null,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    version: row.version,
  }
}

function toMemberRef(member: SummaryRow['member']): MemberRef | null {
  return member && { id: member.id, address: Address.parse(member.address), name: member.name }
}

function toPause({ pausedAt, pauseReason, pausedBy, holdBatch }: SummaryRow): RefreshSummary['pause'] {
  if (!pausedAt) return null
  const reason = pauseReason === 'hold' ? 'hold' : 'hand'
  return { reason, at: pausedAt.toISOString(), by: toMemberRef(pausedBy), batch: holdBatch }
}

/** By id or by number. */
export async function findRefresh(
  db: Db,
  key: { id: string } | { number: number },
): Promise<RefreshSummary | null> {
  const row = await db.refresh.findUnique({ where: key, include: withSummary })
  return row && toRefreshSummary(row)
}

export async function listRefreshesById(db: Db, ids: string[]): Promise<RefreshSummary[]> {
  const rows = await db.refresh.findMany({
    where: { id: { in: ids } },
    include: withSummary,
    orderBy: { number: 'desc' },
  })
  return rows.map(toRefreshSummary)
}

export type RefreshFilter = {
  network?: string
  collection?: string
  states?: readonly RefreshState[]
  memberId?: string
  tokenId?: string
  from?: Date
  to?: Date
  hasProblems?: boolean
}

const problems: RefreshState[] = ['partly_failed', 'failed', 'unknown', 'stalled', 'waiting_signature']

function whereOf(filter: RefreshFilter): Prisma.RefreshWhereInput {
  const { network, collection, states, memberId, tokenId, from, to } = filter
  return {
    AND: [
      network ? { collection: { network } } : {},
      collection ? { collection: { address: collection } } : {},
      states ? { state: { in: [...states] } } : {},
      memberId ? { memberId } : {},
      tokenId ? { tokens: { some: { tokenId } } } : {},
      from ? { createdAt: { gte: from } } : {},
      to ? { createdAt: { lte: to } } : {},
      filter.hasProblems ? { OR: [{ state: { in: problems } }, { failed: { gt: 0 } }] } : {},
    ],
  }
}

/** Newest first: those older than `before`, or, for the way back, those just newer than `after`. */
export async function listRefreshes(
  db: Db,
  filter: RefreshFilter,
  page: { before?: number | undefined; after?: number | undefined; limit: number },
): Promise<RefreshSummary[]> {
  const { before, after, limit } = page
  const number = { ...(before !== undefined && { lt: before }), ...(after !== undefined && { gt: after }) }
  const rows = await db.refresh.findMany({
    where: { AND: [whereOf(filter), { number }] },
    include: withSummary,
    orderBy: { number: after === undefined ? 'desc' : 'asc' },
    take: limit,
  })
  const items = rows.map(toRefreshSummary)
  return after === undefined ? items : items.reverse()
}

export const countRefreshes = (db: Db, filter: RefreshFilter): Promise<number> =>
  db.refresh.count({ where: whereOf(filter) })

export async function listRetries(db: Db, refreshId: string) {
  const rows = await db.refresh.findMany({
    where: { retryOf: { some: { sourceId: refreshId } } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, state: true },
  })
  return rows.map((row) => ({ ...row, state: row.state as RefreshState }))
}

export async function setNote(db: Db, id: string, note: string | null): Promise<void> {
  await db.refresh.update({ where: { id }, data: { note, version: { increment: 1 } } })
}

/** Holds the refresh until the transaction ends, so that a cancellation comes before this or after it. */
export async function isCancelled(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ cancelledAt: Date | null }[]>`
    SELECT "cancelledAt" FROM "Refresh" WHERE "id" = ${id} FOR UPDATE`
  return rows[0]?.cancelledAt !== null
}

/** Tells those who watch that something beside its own row changed. */
export async function touchRefresh(db: Db, id: string): Promise<void> {
  await db.refresh.update({ where: { id }, data: { version: { increment: 1 } } })
}
