import 'server-only'
import { Activity } from '../../domain/refreshes/activity/activity-schema.ts'
import type { TeamActivity } from '../../domain/refreshes/activity/team-activity-schema.ts'
import type { Db } from '../connection/client.ts'
import { toMemberRef } from '../team/members.ts'
import { withOriginals } from './refresh-summary.ts'

/** What the team did or must know of; steps of single batches stay on the page of their refresh. */
const told: Activity['kind'][] = [
  'submitted',
  'retried',
  'imported',
  'finished',
  'held',
  'paused',
  'unpaused',
  'cancelled',
  'resumed',
  'waiting_authority',
  'batch_needs_person',
  'batch_decided',
]

/** However much a large refresh has to say of its batches, no more rows than these are read. */
const MOST_READ = 5_000n

/** The newest first. What a refresh repeats at once is told once, by the newest. */
export async function listTeamActivities(db: Db, take: number): Promise<TeamActivity['items']> {
  const newest = await db.activity.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  if (!newest) return []
  const rows = await db.activity.findMany({
    where: { id: { gt: newest.id - MOST_READ }, kind: { in: told } },
    orderBy: { id: 'desc' },
    include: {
      member: true,
      refresh: { include: { collection: { select: { name: true } }, ...withOriginals } },
    },
    take: take * 2,
  })
  const once = rows.filter(
    ({ kind, refreshId }, at) => kind !== rows[at - 1]?.kind || refreshId !== rows[at - 1]?.refreshId,
  )
  return once.slice(0, take).flatMap(({ id, at, kind, member, data, refresh }) => {
    const by = member && toMemberRef(member)
    const activity = Activity.safeParse({ id: String(id), at: at.toISOString(), kind, by, data }).data
    if (!activity) return []
    const { number, note, tokenCount, collection, retryOf } = refresh
    return {
      activity,
      refresh: {
        id: refresh.id,
        number,
        note,
        progress: { total: tokenCount },
        collection,
        retryOf: retryOf.map(({ original }) => original),
      },
    }
  })
}
