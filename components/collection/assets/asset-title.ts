import type { Asset } from '../../../lib/domain/collections/model-schema.ts'
import { shortTokenId } from '../frame/short-token-id.ts'

type Titled = Pick<Asset, 'name' | 'tokenId'>

/** The name of an asset, or its id if it has none. */
export const assetTitle = ({ name, tokenId }: Titled): string => name ?? `#${shortTokenId(tokenId)}`

/** What the tab of a token is called: `Ember Warden #17`, whether or not its name has the id in it. */
export function assetTabTitle({ name, tokenId }: Titled, collectionName = 'a collection'): string {
  const id = `#${shortTokenId(tokenId)}`
  if (!name) return `${id} of ${collectionName}`
  return name.includes(id) ? name : `${name} ${id}`
}
