import 'server-only'
import { Address } from '../../domain/networks/address-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { RefreshQuerySelection } from '../../domain/refreshes/submission-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { type Project, projectOf } from '../networks/quota-keys.ts'
import { isNoneOf, listedIds } from '../tokens/create-batches.ts'
import { refreshingTokens } from '../tokens/refreshing-tokens.ts'

/** A refresh whose query is still to be turned into tokens. */
export type Expanding = {
  id: string
  number: number
  collectionId: string
  network: NetworkSlug
  address: Address
  project: Project
  selection: RefreshQuerySelection
  /** Where it goes on, as `expand-place-schema.ts` reads it; null for the beginning. */
  place: string | null
  error: string | null
  createdAt: Date
}

const isOpen = { expandState: 'expanding', finishedAt: null, pausedAt: null, cancelledAt: null } as const

export async function findExpanding(db: Db, id: string): Promise<Expanding | null> {
  const row = await db.refresh.findFirst({ where: { id, ...isOpen }, include: { collection: true } })
  if (!row) return null
  const { collection } = row
  const network = collection.network as NetworkSlug
  return {
    id: row.id,
    number: row.number,
    collectionId: row.collectionId,
    network,
    address: Address.parse(collection.address),
    project: projectOf(collection),
    selection: RefreshQuerySelection.parse(row.query),
    place: row.expandCursor,
    error: row.expandError,
    createdAt: row.createdAt,
  }
}

/** Whether the refresh still expands from where `place` says; the row stays locked until the transaction ends. */
export async function lockExpanding(tx: Db, { id, place }: Expanding): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Refresh" WHERE "id" = ${id}::uuid FOR UPDATE`
  return (await tx.refresh.count({ where: { id, ...isOpen, expandCursor: place } })) === 1
}

/** Goes on from another place; false when the refresh was stopped or taken further meanwhile. */
export async function movePlace(
  db: Db,
  { id, place, error }: Expanding,
  next: string | null,
): Promise<boolean> {
  const isNews = error !== null
  const data = { expandCursor: next, expandError: null, ...(isNews && { version: { increment: 1 } }) }
  const { count } = await db.refresh.updateMany({ where: { id, ...isOpen, expandCursor: place }, data })
  return count === 1
}

type CollectChange = {
  expandState?: 'done' | 'stopped'
  expandCursor?: string | null
  expandError?: string | null
}

export async function changeExpanding(db: Db, id: string, change: CollectChange): Promise<void> {
  await db.refresh.updateMany({
    where: { id, expandState: 'expanding' },
    data: { ...change, version: { increment: 1 } },
  })
}

const listOpen = async (db: Db, collectionId?: string): Promise<{ id: string; network: string }[]> => {
  const rows = await db.refresh.findMany({
    where: { ...isOpen, ...(collectionId !== undefined && { collectionId }) },
    select: { id: true, collection: { select: { network: true } } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ id, collection }) => ({ id, network: collection.network }))
}

export const listExpanding = (db: Db): Promise<{ id: string; network: string }[]> => listOpen(db)

export const listExpandingOf = async (db: Db, collectionId: string): Promise<string[]> =>
  (await listOpen(db, collectionId)).map(({ id }) => id)

/** The distinct ids that a refresh still wants, in their order: those it does not have yet. */
export async function keepNew(db: Db, refresh: Expanding, ids: readonly string[]): Promise<string[]> {
  const { id: refreshId, collectionId, selection } = refresh
  const isFree = selection.leaveOutRefreshing
    ? isNoneOf(Prisma.sql`id`, refreshingTokens(collectionId, { exceptRefreshId: refreshId }))
    : Prisma.sql`true`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${listedIds(ids)} WITH ORDINALITY AS listed (id, place)
    WHERE NOT EXISTS (SELECT 1 FROM "RefreshToken" t WHERE t."tokenId" = id AND t."refreshId" = ${refreshId}::uuid)
      AND ${isFree}
    ORDER BY place`
  return rows.map(({ id }) => id)
}

export async function countExpanded(db: Db, refreshId: string): Promise<{ tokens: number; batches: number }> {
  const sums = await db.batch.aggregate({ where: { refreshId }, _count: true, _sum: { tokenCount: true } })
  return { tokens: sums._sum.tokenCount ?? 0, batches: sums._count }
}
