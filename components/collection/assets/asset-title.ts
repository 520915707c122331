import type { Asset } from '../../../lib/domain/collections/model.ts'
import { shortTokenId } from '../frame/short-token-id.ts'

/** The name of an asset, or its id if it has none. */
export const assetTitle = ({ name, tokenId }: Pick<Asset, 'name' | 'tokenId'>): string =>
  name ?? `#${shortTokenId(tokenId)}`
