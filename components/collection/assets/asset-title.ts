import type { Asset } from '../../../lib/domain/collections/model.ts'
import { shortTokenId } from '../frame/short-token-id.ts'

/** What an asset is called; one without a name goes by its id. */
export const assetTitle = ({ name, tokenId }: Pick<Asset, 'name' | 'tokenId'>): string =>
  name ?? `#${shortTokenId(tokenId)}`
