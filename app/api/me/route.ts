import { z } from 'zod'
import { Member } from '@/lib/domain/team/model-schema.ts'
import { ChangeMe, Preferences } from '@/lib/domain/team/session-schema.ts'
import { route } from '@/lib/http/route.ts'
import { changeMe } from '@/lib/services/team/change-me.ts'

const Me = z.object({ member: Member, preferences: Preferences })

export const PATCH = route({ body: ChangeMe, response: Me }, ({ ctx, body }) => changeMe(ctx, body))
