import { z } from 'zod'
import type { ImxClient } from './client.ts'
import type { ImxGrant } from './grant-headers.ts'
import { ImxRefresh, type ListedRefresh, toListedRefresh } from './refresh.ts'

export type RefreshStatus = ListedRefresh & { succeeded: number; failed: number; pending: number }

const Count = z.coerce.number().int().nonnegative().nullish()
const Summary = z
  .object({ succeeded: Count, failed: Count, pending: Count })
  .transform(({ succeeded, failed, pending }) => ({
    succeeded: succeeded ?? 0,
    failed: failed ?? 0,
    pending: pending ?? 0,
  }))

/** The specification says a list, the wire shows an object. A list is added up. */
const Response = ImxRefresh.extend({
  summary: z.union([
    Summary,
    z.array(Summary).transform((parts) =>
      parts.reduce(
        (sum, part) => ({
          succeeded: sum.succeeded + part.succeeded,
          failed: sum.failed + part.failed,
          pending: sum.pending + part.pending,
        }),
        { succeeded: 0, failed: 0, pending: 0 },
      ),
    ),
  ]),
})

type GetRefreshStatusParams = { upstreamId: string; grant: ImxGrant }

export async function getRefreshStatus(
  client: ImxClient,
  { upstreamId, grant }: GetRefreshStatusParams,
): Promise<RefreshStatus> {
  const { data } = await client.read({
    path: ['v1', 'metadata-refreshes', upstreamId],
    schema: Response,
    grant,
  })
  return { ...toListedRefresh(data), ...data.summary }
}
