import 'server-only'
import { listTeamActivities } from '../../../db/refreshes/team-activities.ts'
import type { TeamActivity } from '../../../domain/refreshes/activity/team-activity-schema.ts'
import { requireRole, type ServiceContext } from '../../context.ts'

const SHOWN = 6

/** The newest things that happened, to whichever refresh. */
export async function listTeamActivity(ctx: ServiceContext): Promise<TeamActivity> {
  requireRole(ctx, 'viewer')
  return { items: await listTeamActivities(ctx.db, SHOWN) }
}
