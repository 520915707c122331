import 'server-only'
import { sharedTtlCache } from '../../core/ttl-cache.ts'
import { withTimeout } from '../../core/with-timeout.ts'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { WorkContext } from '../context.ts'
import { browserImage } from './image-rules.ts'

const IMAGES = 8
const MAX_WAIT_MS = 2_000

const previews = () => sharedTtlCache<string[]>('preview-images', { ttlMs: 10 * 60_000, max: 500 })

/** A few images of a collection; none when the network takes too long, for a list must not wait for decoration. */
export async function previewImages(ctx: WorkContext, { network, address }: Collection): Promise<string[]> {
  const { provider, baseUrl } = ctx.networks.get(network)
  const asked = previews().getOrLoad(`${baseUrl} ${address}`, ctx.now().getTime(), async () => {
    const page = await provider.catalog.listAssets({ collection: address, pageSize: IMAGES })
    return page.items.flatMap(({ imageUrl }) => browserImage(imageUrl) ?? [])
  })
  return withTimeout(MAX_WAIT_MS, asked, [])
}

/** The same as far as it was asked lately. */
export const knownPreview = (ctx: WorkContext, { network, address }: Collection): string[] =>
  previews().find(`${ctx.networks.get(network).baseUrl} ${address}`, ctx.now().getTime()) ?? []
