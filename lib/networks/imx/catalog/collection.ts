import { z } from 'zod'
import { Address } from '../../../domain/networks/address-schema.ts'
import type { CollectionFacts } from '../../provider/catalog.ts'
import { LenientCount, LenientName, LenientText, LenientUrl } from '../lenient.ts'

export const ImxCollection = z
  .object({
    address: Address,
    name: LenientName,
    description: LenientText,
    collection_image_url: LenientUrl,
    icon_url: LenientUrl,
    metadata_api_url: LenientUrl,
    project_id: LenientCount,
    project_owner_address: Address.nullish().catch(null),
  })
  .transform(
    (collection): CollectionFacts => ({
      address: collection.address,
      name: collection.name ?? collection.address,
      description: collection.description,
      imageUrl: collection.collection_image_url ?? collection.icon_url,
      projectId: collection.project_id,
      ownerAddress: collection.project_owner_address ?? null,
      metadataApiUrl: collection.metadata_api_url,
    }),
  )
