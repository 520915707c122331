import { z } from 'zod'
import { Metadata } from '../../networks/origin/metadata/metadata-schema.ts'
import { AssetFilter } from '../assets/asset-filter-schema.ts'
import { TokenId } from '../assets/token-id-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'

/** What happened to a token the last time this desk refreshed it. */
export const LastRefresh = z.object({
  refreshId: z.string(),
  state: z.enum(['refreshing', 'succeeded', 'failed', 'unknown']),
  httpStatus: z.number().int().nullable(),
  at: z.iso.datetime(),
})
export type LastRefresh = z.infer<typeof LastRefresh>

export const Asset = z.object({
  tokenId: TokenId,
  collection: Address,
  name: z.string().nullable(),
  description: z.string().nullable(),
  /** In our API only what a browser may load (`image-url.ts`); from a client of `lib/immutable` the network's own text. */
  imageUrl: z.string().nullable(),
  /** The network's address for the image where a browser cannot load it, for people to read; otherwise null. */
  blockedImage: z.string().nullable(),
  metadata: Metadata.nullable(),
  status: z.string(),
  owner: z.string(),
  uri: z.string().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  lastRefresh: LastRefresh.nullable(),
})
export type Asset = z.infer<typeof Asset>

export const Collection = z.object({
  network: NetworkSlug,
  address: Address,
  name: z.string(),
  description: z.string().nullable(),
  imageUrl: z.string().nullable(),
  projectId: z.number().int().nullable(),
  ownerAddress: Address.nullable(),
  metadataApiUrl: z.string().nullable(),
  /** When the network last confirmed these facts; older facts come from our own rows. */
  seenAt: z.iso.datetime(),
})
export type Collection = z.infer<typeof Collection>

/** One filterable trait: an enumeration offers `values`, a number offers `range`. */
export const TraitFilter = z.object({
  key: z.string(),
  type: z.string(),
  values: z.array(z.string()),
  range: z.object({ min: z.number(), max: z.number() }).nullable(),
})
export type TraitFilter = z.infer<typeof TraitFilter>

/** The filters of the collection page, as they stand in its URL and in `GET …/assets`. */
export const AssetQuery = z.object({
  ...AssetFilter.shape,
  /** JSON object: trait name -> wanted values, as strings. */
  traits: z
    .string()
    .max(4_000)
    .optional()
    .transform((text, context) => {
      if (!text) return undefined
      try {
        return z.record(z.string(), z.array(z.string())).parse(JSON.parse(text))
      } catch {
        context.addIssue({ code: 'custom', message: 'traits must be a JSON object of lists of strings.' })
        return z.NEVER
      }
    }),
  orderBy: z.enum(['updated_at', 'name']).default('updated_at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  cursor: z.string().max(2_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(200).default(60),
})
export type AssetQuery = z.infer<typeof AssetQuery>

export const AssetPage = z.object({ items: z.array(Asset), nextCursor: z.string().nullable() })
export type AssetPage = z.infer<typeof AssetPage>
