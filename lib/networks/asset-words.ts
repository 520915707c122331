import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import * as imx from './imx/asset-words.ts'
import type { Fact } from './provider/words.ts'

// Apart from the other words of a family, because pages of assets need no more of them.
const words: Record<NetworkSlug, { VENDOR: string; assetStatuses: Record<string, Fact> }> = {
  imx,
  'imx-sandbox': imx,
  'imx-local': imx,
}

export const vendorOf = (network: NetworkSlug): string => words[network].VENDOR

/** A status that the vendor does not document is shown as the network spells it. */
export function describeAssetStatus(network: NetworkSlug, status: string): string {
  const { assetStatuses } = words[network]
  return (Object.hasOwn(assetStatuses, status) ? assetStatuses[status]?.title : undefined) ?? status
}
