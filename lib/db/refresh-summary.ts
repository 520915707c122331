import 'server-only'
import { Address } from '../collection/address.ts'
import type { NetworkSlug } from '../collection/network-slug.ts'
import { countProgress } from '../refresh/derive-state.ts'
import type { RefreshSummary } from '../refresh/model.ts'
import type { RefreshState } from '../refresh/state.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { findNames, toMemberRef } from './members.ts'

/** The order of the history: what was imported has a new number and an old time. */
export const newestRefreshFirst = [
  { createdAt: 'desc' },
  { number: 'desc' },
] satisfies Prisma.RefreshOrderByWithRelationInput[]

export const withSummary = {
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

/** In the order of the rows. Who signed for a script may be a member, whose name is then looked up for all at once. */
export async function toRefreshSummaries(db: Db, rows: SummaryRow[]): Promise<RefreshSummary[]> {
  const names = await findNames(
    db,
    rows.flatMap(({ signerAddress }) => signerAddress ?? []),
  )
  return rows.map((row) => toRefreshSummary(row, names))
}

function toRefreshSummary(row: SummaryRow, names: ReadonlyMap<string, string | null>): RefreshSummary {
  const batches = row.batches.map((batch) => ({ ...batch, state: batch.state as BatchState }))
  const { collection, member, signerAddress } = row
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
    by: member && toMemberRef(member),
    signer:
      signerAddress === null
        ? null
        : { address: Address.parse(signerAddress), name: names.get(signerAddress) ?? null },
    retryOf: row.retryOf.map(({ source }) => source),
    pause: toPause(row),
    collecting: row.collectState === 'collecting' ? { error: row.collectError } : null,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    version: row.version,
  }
}

function toPause({ pausedAt, pauseReason, pausedBy, holdBatch }: SummaryRow): RefreshSummary['pause'] {
  if (!pausedAt) return null
  const reason = pauseReason === 'hold' ? 'hold' : 'hand'
  return { reason, at: pausedAt.toISOString(), by: pausedBy && toMemberRef(pausedBy), batch: holdBatch }
}
