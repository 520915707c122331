import 'server-only'
import { withTimeout } from '../../core/with-timeout.ts'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'

const MAX_WAIT_MS = 2_000

/** Collections that the networks find by a keyword, or their first ones without; a silent network finds nothing. */
export async function searchNetworks(
  ctx: WorkContext,
  networks: Network[],
  { text, take }: { text?: string | undefined; take: number },
): Promise<Collection[]> {
  const seenAt = ctx.now().toISOString()
  const pages = await Promise.all(
    networks.map(async ({ provider, slug }) => {
      const asked = provider.catalog.listCollections({
        keyword: text,
        pageSize: take,
        orderBy: 'name',
        direction: 'asc',
      })
      const page = await withTimeout(MAX_WAIT_MS, asked, null)
      return page?.items.map((facts) => ({ ...facts, network: slug, seenAt })) ?? []
    }),
  )
  return pages.flat()
}
