import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { imxWords } from './imx/words.ts'
import type { FamilyWords } from './provider/words.ts'

const words: Record<NetworkSlug, FamilyWords> = {
  imx: imxWords,
  'imx-sandbox': imxWords,
  'imx-local': imxWords,
}

export const wordsOf = (network: NetworkSlug): FamilyWords => words[network]
