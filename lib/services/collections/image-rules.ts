import 'server-only'
import { toImageUrl } from '../../domain/assets/image-url.ts'
import type { Asset } from '../../domain/collections/model-schema.ts'
import { imageRules } from '../../env/image-rules.ts'

const LONGEST_SHOWN = 500

/** What a browser of this desk may load for an image URL of a network. */
export const browserImage = (raw: string | null): string | null => toImageUrl(raw, imageRules())

/** An asset with the image that a browser may load, or with the address that it cannot. */
export function withBrowserImage(asset: Asset): Asset {
  const imageUrl = browserImage(asset.imageUrl)
  const blockedImage =
    imageUrl === null ? (asset.imageUrl?.slice(0, LONGEST_SHOWN).toWellFormed() ?? null) : null
  return { ...asset, imageUrl, blockedImage }
}
