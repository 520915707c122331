import { z } from 'zod'
import { WatchQuery } from '@/lib/domain/refreshes/requests-schema.ts'
import { eventStream } from '@/lib/http/event-stream.ts'
import { route } from '@/lib/http/route.ts'
import { mayStillWatch } from '@/lib/services/live/streams.ts'
import { watchAll } from '@/lib/services/live/watch-all.ts'

export const GET = route({ query: WatchQuery, response: z.undefined() }, async ({ ctx, query, request }) =>
  eventStream({
    request,
    join: await watchAll(ctx, query.refresh),
    isAllowed: () => mayStillWatch(ctx),
  }),
)
