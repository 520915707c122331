import 'server-only'
import type { CollectionIndexState } from '../collection/collection-index.ts'
import type { Db } from './client.ts'

type IndexRow = NonNullable<Awaited<ReturnType<Db['collectionIndex']['findUnique']>>>

const noIndex: CollectionIndexState = {
  state: 'none',
  count: 0,
  startedAt: null,
  completedAt: null,
  updatedUpTo: null,
  error: null,
}

export function toIndexState(row: IndexRow | null): CollectionIndexState {
  if (!row) return noIndex
  return {
    state: row.state as CollectionIndexState['state'],
    count: row.count,
    startedAt: row.startedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    updatedUpTo: row.updatedUpTo?.toISOString() ?? null,
    error: row.error,
  }
}

export const findIndex = (db: Db, collectionId: string): Promise<IndexRow | null> =>
  db.collectionIndex.findUnique({ where: { collectionId } })
