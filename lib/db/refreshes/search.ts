import 'server-only'
import type { RefreshSource } from '../../domain/refreshes/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { containing } from '../connection/containing.ts'
import { newestRefreshFirst, withOriginals } from './refresh-summary.ts'

export type FoundRefresh = {
  id: string
  number: number
  note: string | null
  retryOf: { number: number }[]
  source: RefreshSource
  progress: { total: number }
  collection: { name: string; imageUrl: string | null }
}

const withName = { collection: { select: { name: true, imageUrl: true } }, ...withOriginals } as const

type RefreshRow = Omit<FoundRefresh, 'progress' | 'retryOf'> & {
  tokenCount: number
  retryOf: { original: { number: number } }[]
}

function toFound({ id, number, note, source, collection, tokenCount, retryOf }: RefreshRow): FoundRefresh {
  const originals = retryOf.map(({ original }) => original)
  return { id, number, note, source, collection, progress: { total: tokenCount }, retryOf: originals }
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
