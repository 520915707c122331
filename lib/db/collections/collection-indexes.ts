import 'server-only'
import type { CollectionIndexState } from '../../domain/collections/collection-index-schema.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { Db } from '../connection/client.ts'
import type { CollectionIndex, Prisma } from '../generated/client.ts'

const noIndex: CollectionIndexState = {
  state: 'none',
  count: 0,
  startedAt: null,
  completedAt: null,
  updatedUpTo: null,
  error: null,
}

export function toIndexState(row: CollectionIndex | null): CollectionIndexState {
  if (!row) return noIndex
  return {
    state: row.state,
    count: row.count,
    startedAt: row.startedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    updatedUpTo: row.updatedUpTo?.toISOString() ?? null,
    error: row.error,
  }
}

export const findIndex = (db: Db, collectionId: string): Promise<CollectionIndex | null> =>
  db.collectionIndex.findUnique({ where: { collectionId } })

/** How many tokens of each collection are known; collections that nobody had counted are absent. */
export async function findTokenCounts(
  db: Db,
  collectionIds: string[],
): Promise<Map<string, { count: number; isComplete: boolean }>> {
  const rows = await db.collectionIndex.findMany({
    where: { collectionId: { in: collectionIds } },
    select: { collectionId: true, count: true, completedAt: true },
  })
  return new Map(
    rows.map(({ collectionId, count, completedAt }) => [
      collectionId,
      { count, isComplete: completedAt !== null },
    ]),
  )
}

/** Creates the row of a sync that begins; false when there is one already. */
export async function createIndex(db: Db, collectionId: string, now: Date): Promise<boolean> {
  const data = [{ collectionId, state: 'running' as const, startedAt: now }]
  const { count } = await db.collectionIndex.createMany({ data, skipDuplicates: true })
  return count === 1
}

export type IndexChange = Prisma.CollectionIndexUncheckedUpdateManyInput

/** Changes an index as it was when `version` was read; false when somebody was faster. */
export async function changeIndex(
  db: Db,
  { collectionId, version }: { collectionId: string; version: number },
  change: IndexChange,
): Promise<boolean> {
  const { count } = await db.collectionIndex.updateMany({
    where: { collectionId, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** In the transaction of a change: as many assets are new in the index. */
export async function addToIndexCount(db: Db, collectionId: string, added: number): Promise<void> {
  await db.collectionIndex.update({ where: { collectionId }, data: { count: { increment: added } } })
}

/** A sync that is to go on, with what the network must be asked. */
export type IndexSync = CollectionIndex & { network: NetworkSlug; address: Address }

export async function findSync(db: Db, collectionId: string): Promise<IndexSync | null> {
  const row = await db.collectionIndex.findUnique({ where: { collectionId }, include: { collection: true } })
  if (row?.state !== 'running') return null
  const { collection, ...index } = row
  const network = collection.network as NetworkSlug
  return { ...index, network, address: Address.parse(collection.address) }
}

type DueSync = { collectionId: string; network: string; at: Date | null }

export async function listDueSyncs(db: Db, until: Date): Promise<DueSync[]> {
  const rows = await db.collectionIndex.findMany({
    where: { state: 'running', OR: [{ nextStepAt: null }, { nextStepAt: { lte: until } }] },
    select: { collectionId: true, nextStepAt: true, collection: { select: { network: true } } },
  })
  return rows.map(({ collectionId, nextStepAt, collection }) => ({
    collectionId,
    network: collection.network,
    at: nextStepAt,
  }))
}
