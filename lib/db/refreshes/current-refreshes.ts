import 'server-only'
import type { RefreshState } from '../../domain/batches/state.ts'
import type { BatchFacts, RefreshFacts } from '../../domain/refreshes/derive-state.ts'
import type { Db } from '../connection/client.ts'
import { refreshFacts } from './recount-refresh.ts'
import { needsHelp } from './refresh-needs.ts'
import { newestRefreshFirst } from './refresh-summary.ts'

/** For watching: what has a newer version has changed. */
export async function listVersions(db: Db, ids: string[]): Promise<{ id: string; version: number }[]> {
  return db.refresh.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } })
}

const MOST_OPEN = 200

/** The newest refreshes and those that are not finished: of very many, all that need a person. */
export async function listCurrent(db: Db, newest: number): Promise<{ id: string; version: number }[]> {
  const select = { id: true, version: true } as const
  const some = await db.refresh.findMany({ where: { finishedAt: null }, select, take: MOST_OPEN })
  const needing =
    some.length < MOST_OPEN
      ? []
      : await db.refresh.findMany({ where: needsHelp(null), select, take: MOST_OPEN })
  const open = [...some, ...needing]
  const latest = await db.refresh.findMany({ orderBy: newestRefreshFirst, take: newest, select })
  return [...new Map([...open, ...latest].map((row) => [row.id, row])).values()]
}

/** The newest of those that are not finished. */
export async function listNewestOpen(db: Db, take: number): Promise<string[]> {
  const select = { id: true, createdAt: true, number: true } as const
  const open = await db.refresh.findMany({ where: { finishedAt: null }, select, take: MOST_OPEN })
  return open
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.number - a.number)
    .slice(0, take)
    .map(({ id }) => id)
}

/** What is not finished, with the batches that say how it stands. */
export async function listUnfinished(
  db: Db,
): Promise<{ id: string; state: RefreshState; facts: RefreshFacts; batches: BatchFacts[] }[]> {
  const rows = await db.refresh.findMany({
    where: { finishedAt: null },
    select: { id: true, state: true, batches: true, pausedAt: true, expandState: true },
  })
  return rows.map(({ id, state, batches, ...row }) => ({
    id,
    facts: refreshFacts(row),
    state,
    batches,
  }))
}
