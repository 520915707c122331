import { z } from 'zod'
import { eventStream } from '@/lib/http/event-stream.ts'
import { route } from '@/lib/http/route.ts'
import { mayStillWatch } from '@/lib/services/live/streams.ts'
import { watchRefreshes } from '@/lib/services/live/watch-refreshes.ts'

export const GET = route({ response: z.undefined() }, async ({ ctx, request }) =>
  eventStream({ request, join: await watchRefreshes(ctx), isAllowed: () => mayStillWatch(ctx) }),
)
