import { AskChallenge, Challenge } from '@/lib/domain/team/sign-in-schema.ts'
import { publicRoute } from '@/lib/http/route.ts'
import { keepPreSession, readPreSession } from '@/lib/http/session-cookies.ts'
import { visitorContext } from '@/lib/services/context.ts'
import { createChallenge } from '@/lib/services/team/create-challenge.ts'

export const POST = publicRoute(
  { body: AskChallenge, response: Challenge },
  async ({ body, request, headers }) => {
    const origin = request.headers.get('origin')
    const preSession = readPreSession(request)
    const challenge = createChallenge(visitorContext(), { ...body, origin, preSession })
    keepPreSession(headers, challenge.preSession)
    return { message: challenge.message }
  },
)
