import 'server-only'
import { Activity, type ActivityFact } from '../../domain/refreshes/activity/activity-schema.ts'
import type { Db } from '../connection/client.ts'
import { toMemberRef } from '../team/members.ts'

type NewActivity = ActivityFact & { refreshId: string; memberId?: string | null; now: Date }

export async function addActivity(db: Db, activity: NewActivity): Promise<void> {
  const { refreshId, kind, memberId = null, data, now } = activity
  await db.activity.create({ data: { refreshId, kind, memberId, data, at: now } })
}

/** Newest first. A row of a kind that this version does not know is left out. */
export async function listActivities(db: Db, refreshId: string, limit: number): Promise<Activity[]> {
  const rows = await db.activity.findMany({
    where: { refreshId },
    include: { member: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.flatMap(({ id, at, kind, member, data }) => {
    const by = member && toMemberRef(member)
    return Activity.safeParse({ id: String(id), at: at.toISOString(), kind, by, data }).data ?? []
  })
}
