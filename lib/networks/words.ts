import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { imxWords } from './imx/words.ts'
import type { FamilyWords } from './provider/words.ts'

const words: Record<NetworkSlug, FamilyWords> = {
  imx: imxWords,
  'imx-sandbox': imxWords,
  'imx-local': imxWords,
}

export const wordsOf = (network: NetworkSlug): FamilyWords => words[network]

/** A status that the vendor does not document is shown as the network spells it. */
export function describeAssetStatus(network: NetworkSlug, status: string): string {
  const { assetStatuses } = words[network]
  return (Object.hasOwn(assetStatuses, status) ? assetStatuses[status]?.title : undefined) ?? status
}
