import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { dropSession } from '@/lib/http/session-cookies.ts'
import { signOutEverywhere } from '@/lib/services/team/sign-out.ts'

export const DELETE = route({ response: z.undefined() }, async ({ ctx, headers }) => {
  dropSession(headers)
  await signOutEverywhere(ctx)
})
