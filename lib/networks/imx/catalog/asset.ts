import { z } from 'zod'
import type { Asset } from '../../../domain/collections/model-schema.ts'
import { Address } from '../../../domain/networks/address-schema.ts'
import { Metadata } from '../../origin/metadata/metadata-schema.ts'
import { LenientName, LenientText, LenientTime, LenientTokenId, LenientUrl, lenientText } from '../lenient.ts'

const LONGEST_WORD = 200

/** An asset as Immutable X words it, turned into ours. */
export const ImxAsset = z
  .object({
    token_address: Address,
    token_id: LenientTokenId,
    user: lenientText(LONGEST_WORD),
    status: lenientText(LONGEST_WORD),
    name: LenientName,
    description: LenientText,
    image_url: LenientUrl,
    uri: LenientUrl,
    metadata: Metadata.nullish().catch(null),
    created_at: LenientTime,
    updated_at: LenientTime,
  })
  .transform(
    (asset): Asset => ({
      tokenId: asset.token_id,
      collection: asset.token_address,
      name: asset.name,
      description: asset.description,
      imageUrl: asset.image_url ?? imageOf(asset.metadata ?? {}),
      blockedImage: null,
      metadata: asset.metadata ?? null,
      status: asset.status ?? 'unknown',
      owner: asset.user?.toLowerCase() ?? '',
      uri: asset.uri,
      createdAt: asset.created_at,
      updatedAt: asset.updated_at,
      lastRefresh: null,
    }),
  )

/** Studios that follow other standards than Immutable's call it `image`. */
const imageOf = (metadata: Metadata): string | null =>
  Object.hasOwn(metadata, 'image') ? LenientUrl.parse(metadata.image) : null
