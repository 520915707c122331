import 'server-only'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { SearchHit } from '../../domain/collections/search-hit-schema.ts'
import type { WorkContext } from '../context.ts'
import { browserImage } from './image-rules.ts'

export const collectionHref = ({ network, address }: Pick<Collection, 'network' | 'address'>): string =>
  `/${network}/${address}`

export function toCollectionHit(ctx: WorkContext, collection: Collection): SearchHit {
  const { name } = ctx.networks.get(collection.network)
  return {
    kind: 'collection',
    title: collection.name,
    detail: `${name}, ${collection.address}`,
    imageUrl: browserImage(collection.imageUrl),
    href: collectionHref(collection),
  }
}
