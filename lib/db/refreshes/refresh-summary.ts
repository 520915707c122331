import 'server-only'
import { toImageUrl } from '../../domain/assets/image-url.ts'
import type { Progress } from '../../domain/batches/batch-schema.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import type { Need } from '../../domain/refreshes/needs/need.ts'
import type { NeedFacts } from '../../domain/refreshes/needs/need-schema.ts'
import { imageRules } from '../../env/image-rules.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'
import { findNames, toMemberRef } from '../team/members.ts'
import { findNeedFacts } from './need-facts.ts'
import { findNeeds } from './refresh-needs.ts'

/** The order of the history: what was imported has a new number and an old time. */
export const newestRefreshFirst = [
  { createdAt: 'desc' },
  { number: 'desc' },
] satisfies Prisma.RefreshOrderByWithRelationInput[]

/** The refreshes that one retries. */
export const withOriginals = {
  retryOf: {
    select: { original: { select: { id: true, number: true } } },
    orderBy: { original: { number: 'asc' } },
  },
} satisfies Prisma.RefreshInclude

export const withSummary = {
  collection: true,
  member: true,
  ...withOriginals,
  pausedBy: true,
} satisfies Prisma.RefreshInclude

type SummaryRow = Prisma.RefreshGetPayload<{ include: typeof withSummary }>

/** In the order of the rows. Who signed for a script may be a member, whose name is then looked up for all at once. */
export async function toRefreshSummaries(db: Db, rows: SummaryRow[]): Promise<RefreshSummary[]> {
  const names = await findNames(
    db,
    rows.flatMap(({ signerAddress }) => signerAddress ?? []),
  )
  const open = rows.filter(({ finishedAt }) => finishedAt === null)
  const needs = await findNeeds(
    db,
    open.map(({ id }) => id),
  )
  const facts = needs.size > 0 ? await findNeedFacts(db, open, needs) : new Map<string, NeedFacts>()
  return rows.map((row) => {
    const { id } = row
    return toRefreshSummary(row, names, { needs: needs.get(id) ?? [], needFacts: facts.get(id) ?? {} })
  })
}

function toRefreshSummary(
  row: SummaryRow,
  names: ReadonlyMap<string, string | null>,
  { needs, needFacts }: { needs: Need[]; needFacts: NeedFacts },
): RefreshSummary {
  const { collection, member, signerAddress } = row
  return {
    id: row.id,
    number: row.number,
    note: row.note,
    source: row.source,
    state: row.state,
    collection: {
      network: collection.network as NetworkSlug,
      address: Address.parse(collection.address),
      name: collection.name,
      imageUrl: toImageUrl(collection.imageUrl, imageRules()),
      ownerAddress: collection.ownerAddress === null ? null : Address.parse(collection.ownerAddress),
      metadataApiUrl: collection.metadataApiUrl,
    },
    progress: toProgress(row),
    batchCount: row.batchCount,
    sentBatchCount: row.sentBatchCount,
    causeCount: row.causeCount,
    by: member && toMemberRef(member),
    signer:
      signerAddress === null
        ? null
        : { address: Address.parse(signerAddress), name: names.get(signerAddress) ?? null },
    retryOf: row.retryOf.map(({ original }) => original),
    pause: toPause(row),
    needs,
    needFacts,
    expanding: row.expandState === 'expanding' ? { error: row.expandError } : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    version: row.version,
  }
}

/** The counts that `recountRefresh` keeps, so that a page of the history reads no batches. */
export function toProgress({
  tokenCount: total,
  succeeded,
  failed,
  unknown,
  cancelled,
}: Pick<SummaryRow, 'tokenCount' | 'succeeded' | 'failed' | 'unknown' | 'cancelled'>): Progress {
  return {
    total,
    succeeded,
    failed,
    unknown,
    cancelled,
    pending: total - succeeded - failed - unknown - cancelled,
  }
}

function toPause({ pausedAt, pauseReason, pausedBy, holdBatch }: SummaryRow): RefreshSummary['pause'] {
  if (!pausedAt) return null
  const reason = pauseReason ?? 'manual'
  return { reason, at: pausedAt.toISOString(), by: pausedBy && toMemberRef(pausedBy), batch: holdBatch }
}
