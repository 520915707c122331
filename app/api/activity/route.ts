import { TeamActivity } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listTeamActivity } from '@/lib/services/refreshes/activity/list-team-activity.ts'

export const GET = route({ response: TeamActivity }, ({ ctx }) => listTeamActivity(ctx))
