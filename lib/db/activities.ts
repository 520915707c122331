import 'server-only'
import type { Activity } from '../refresh/model.ts'
import type { Db } from './client.ts'
import { toMemberRef } from './members.ts'

type NewActivity = {
  refreshId: string
  kind: Activity['kind']
  memberId?: string | null
  data?: Activity['data']
  now: Date
}

let count = 0

/** Sorts by time and, within a millisecond, in the order of writing: one step often writes several. */
function nextId(now: Date): string {
  count += 1
  const parts = [now.getTime(), count].map((part) => part.toString(36).padStart(9, '0'))
  return [...parts, crypto.randomUUID().slice(0, 8)].join('-')
}

export async function addActivity(db: Db, activity: NewActivity): Promise<void> {
  const { refreshId, kind, memberId = null, data = {}, now } = activity
  await db.activity.create({ data: { id: nextId(now), refreshId, kind, memberId, data, at: now } })
}

/** Newest first. */
export async function listActivities(db: Db, refreshId: string, limit: number): Promise<Activity[]> {
  const rows = await db.activity.findMany({
    where: { refreshId },
    include: { member: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind as Activity['kind'],
    by: row.member && toMemberRef(row.member),
    data: row.data as Activity['data'],
  }))
}
