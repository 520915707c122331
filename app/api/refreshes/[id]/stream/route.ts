import { z } from 'zod'
import { RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { eventStream } from '@/lib/http/event-stream.ts'
import { route } from '@/lib/http/route.ts'
import { mayStillWatch } from '@/lib/services/live/streams.ts'
import { watchRefresh } from '@/lib/services/live/watch-refresh.ts'

export const GET = route(
  { params: RefreshParams, response: z.undefined() },
  async ({ ctx, params, request }) =>
    eventStream({ request, join: await watchRefresh(ctx, params.id), isAllowed: () => mayStillWatch(ctx) }),
)
