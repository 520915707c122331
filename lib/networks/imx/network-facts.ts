import type { NetworkSlug } from '../../domain/networks/network-slug.ts'

/** What is fixed about a network. Where it is and how fast it may be asked are settings (`lib/env`). */
export type NetworkFacts = {
  name: string
  /** Tokens that one refresh request may name. */
  batchSize: number
  /** What the network wants beside a request: the owner's signed timestamp. */
  credential: 'signature'
  /** Whether the status of a refresh can be asked by its upstream id. */
  hasStatusEndpoint: boolean
}

const immutableX = { batchSize: 1000, credential: 'signature', hasStatusEndpoint: true } as const

export const networkFacts: Record<NetworkSlug, NetworkFacts> = {
  imx: { ...immutableX, name: 'Immutable X' },
  'imx-sandbox': { ...immutableX, name: 'Immutable X sandbox' },
  'imx-local': { ...immutableX, name: 'Local sandbox' },
}
