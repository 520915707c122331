import type { Collection } from '../world/model.ts'
import { addressOf } from '../world/random.ts'
import type { Token } from '../world/token.ts'

const PROTOCOL_FEE = { type: 'protocol', address: addressOf('protocol'), percentage: 2 }

type Extras = {
  hasFees?: boolean
  /** Nobody trades here: lists of orders are empty. */
  hasOrders?: boolean
  auxiliaryFees?: { address: string; percentage: number }[]
}

/** An asset as the network answers it. */
export function showAsset(collection: Collection, token: Token, extras: Extras = {}) {
  const metadata = token.shown
  const { name, description, image_url } = metadata as Record<string, string | undefined>
  return {
    token_address: collection.address,
    token_id: token.id,
    id: token.imxId,
    user: token.birth.user,
    status: token.birth.status,
    uri: null,
    name: name ?? null,
    description: description ?? null,
    image_url: image_url ?? null,
    metadata,
    collection: { name: collection.name, icon_url: null },
    created_at: token.birth.createdAt,
    updated_at: token.updatedAt,
    ...(extras.hasFees && {
      fees: [PROTOCOL_FEE, ...(extras.auxiliaryFees ?? []).map((fee) => ({ type: 'ecosystem', ...fee }))],
    }),
    ...(extras.hasOrders && { orders: { buy_orders: [], sell_orders: [] } }),
  }
}

export function showCollection(collection: Collection, originUrl: string) {
  return {
    address: collection.address,
    name: collection.name,
    description: collection.description,
    icon_url: null,
    collection_image_url: `${originUrl}/${collection.slug}/cover.svg`,
    project_id: collection.projectId,
    project_owner_address: collection.owner,
    metadata_api_url: collection.metadataApiUrl,
    created_at: collection.createdAt,
    updated_at: collection.createdAt,
  }
}
