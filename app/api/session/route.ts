import { z } from 'zod'
import { SessionState } from '@/lib/domain/team/session-schema.ts'
import { SignIn } from '@/lib/domain/team/sign-in-schema.ts'
import { publicRoute, route } from '@/lib/http/route.ts'
import { dropSession, keepSession, readPreSession } from '@/lib/http/session-cookies.ts'
import { visitorContext } from '@/lib/services/context.ts'
import { describeSession } from '@/lib/services/team/describe-session.ts'
import { signIn } from '@/lib/services/team/sign-in.ts'
import { signOut } from '@/lib/services/team/sign-out.ts'

export const GET = publicRoute({ response: SessionState }, ({ session }) => describeSession(session))

export const POST = publicRoute(
  { body: SignIn, response: SessionState },
  async ({ body, request, headers }) => {
    const preSession = readPreSession(request)
    const userAgent = request.headers.get('user-agent')
    const { session, secret } = await signIn(visitorContext(), { ...body, preSession, userAgent })
    keepSession(headers, secret)
    return describeSession(session)
  },
)

export const DELETE = route({ response: z.undefined() }, async ({ ctx, headers }) => {
  dropSession(headers)
  await signOut(ctx)
})
