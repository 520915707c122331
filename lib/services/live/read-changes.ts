import 'server-only'
import { listCurrent, listVersions } from '../../db/refreshes/current-refreshes.ts'
import { listRefreshesById } from '../../db/refreshes/refreshes.ts'
import { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import type { WorkContext } from '../context.ts'
import { getRefresh } from '../refreshes/get-refresh.ts'
import { listCurrentRefreshes, NEWEST } from '../refreshes/list-current-refreshes.ts'
import type { Hub } from './viewers.ts'

/** One reading and one text for all who watch the same refresh. */
export async function readSnapshot(
  work: WorkContext,
  id: string,
): Promise<{ version: number; snapshot: string }> {
  const detail = RefreshDetail.parse(await getRefresh(work, id))
  return { version: detail.version, snapshot: JSON.stringify(detail) }
}

export async function readChangedDetails(work: WorkContext, details: Hub['details']): Promise<void> {
  if (details.size === 0) return
  for (const { id, version } of await listVersions(work.db, [...details.keys()])) {
    if (details.get(id)?.version === version) continue
    // One that cannot be read stops nobody else; what failed in passing is made up for by the next tick.
    const read = await readSnapshot(work, id).catch(() => null)
    if (!read) continue
    const watched = details.get(id)
    if (!watched || read.version <= watched.version) continue
    Object.assign(watched, read)
    for (const viewer of watched.viewers) viewer.send('snapshot', read.snapshot)
  }
}

/** The newest refreshes and all that run; those that left this circle are told once more, as they settled. */
export async function readChangedSummaries(work: WorkContext, list: Hub['list']): Promise<void> {
  const now = await listCurrent(work.db, NEWEST)
  const known = new Set(now.map(({ id }) => id))
  const left = [...list.versions.keys()].filter((id) => !known.has(id))
  const rows = left.length > 0 ? [...now, ...(await listVersions(work.db, left))] : now
  const changed = rows.filter(({ id, version }) => list.versions.get(id) !== version).map(({ id }) => id)
  const items = changed.length > 0 ? await listRefreshesById(work.db, changed) : []
  list.versions = new Map(now.map(({ id, version }) => [id, version]))
  if (items.length === 0) return
  const text = JSON.stringify({ items })
  for (const viewer of list.viewers) viewer.send('changed', text)
}

export const readCurrent = async (work: WorkContext): Promise<string> =>
  JSON.stringify(await listCurrentRefreshes(work))
