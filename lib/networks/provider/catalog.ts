import type { Asset, Collection, TraitFilter } from '../../domain/collections/model-schema.ts'
import type { Page } from '../http/page.ts'

/** The facts of a collection without where and when they were read. */
export type CollectionFacts = Omit<Collection, 'network' | 'seenAt'>

export type Paged = { cursor?: string | undefined; pageSize?: number | undefined }
type Direction = 'asc' | 'desc'

export type CollectionSearch = Paged & {
  /** Searched in names and descriptions. */
  keyword?: string | undefined
  orderBy?: 'name' | 'updated_at' | undefined
  direction?: Direction | undefined
}

export type AssetListing = Paged & {
  collection?: string | undefined
  owner?: string | undefined
  status?: string | undefined
  name?: string | undefined
  /** Trait name to wanted values. */
  traits?: Record<string, string[]> | undefined
  updatedMin?: string | undefined
  updatedMax?: string | undefined
  orderBy?: 'updated_at' | 'name' | undefined
  direction?: Direction | undefined
}

export type TraitListing = Paged & { collection: string }

/** Reading what a network has. Each call throws UpstreamError. */
export type Catalog = {
  /** The least that tells whether the network answers. */
  ping: () => Promise<void>
  getCollection: (address: string) => Promise<CollectionFacts>
  listCollections: (search: CollectionSearch) => Promise<Page<CollectionFacts>>
  getAsset: (asset: { collection: string; tokenId: string }) => Promise<Asset>
  listAssets: (listing: AssetListing) => Promise<Page<Asset>>
  listTraits: (listing: TraitListing) => Promise<{ items: TraitFilter[]; nextCursor: string | null }>
}
