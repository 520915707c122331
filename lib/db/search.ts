import 'server-only'
import type { RefreshSource } from '../refresh/model.ts'
import type { Db } from './client.ts'
import { type StoredCollection, toStored } from './collections.ts'
import { containing } from './containing.ts'
import { newestRefreshFirst } from './refresh-summary.ts'

export type FoundRefresh = {
  id: string
  number: number
  note: string | null
  source: RefreshSource
  collectionName: string
}

const withName = { collection: { select: { name: true } } } as const

type RefreshRow = Omit<FoundRefresh, 'collectionName'> & { collection: { name: string } }

function toFound({ id, number, note, source, collection }: RefreshRow): FoundRefresh {
  return { id, number, note, source, collectionName: collection.name }
}

export async function findRefreshByNumber(db: Db, number: number): Promise<FoundRefresh | null> {
  const row = await db.refresh.findUnique({ where: { number }, include: withName })
  return row && toFound(row)
}

/** The newest first. */
export async function findRefreshesByNote(db: Db, text: string, take: number): Promise<FoundRefresh[]> {
  const rows = await db.refresh.findMany({
    where: { note: containing(text) },
    orderBy: newestRefreshFirst,
    include: withName,
    take,
  })
  return rows.map(toFound)
}

/** Collections in which this desk ever refreshed the token. */
export async function findCollectionsOfToken(
  db: Db,
  tokenId: string,
  take: number,
): Promise<StoredCollection[]> {
  const rows = await db.collection.findMany({
    where: { refreshes: { some: { tokens: { some: { tokenId } } } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take,
  })
  return rows.map(toStored)
}
