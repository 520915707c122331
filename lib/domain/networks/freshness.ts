import type { NetworkState } from './network-card.ts'

/** How a page hears what changes: told at once, by asking now and then, or not although it should be told. */
export type Hearing = 'opening' | 'live' | 'polling' | 'lost'

/** What the desk knows of a network. */
export type KnownNetwork = { state: NetworkState; lastGoodAt: string | null }

export type Freshness = {
  kind: Hearing | 'silent' | 'closed'
  /** What is shown may have changed since then; null when nobody knows. */
  asOf: string | null
  /** The desk is heard now, so that a time since `asOf` may be counted on. */
  isHeard: boolean
}

/**
 * How fresh what a page shows of a network is. Nothing is live while the network itself is silent, however well the
 * desk is heard. `heardAt` is when the desk last said anything of what is shown.
 */
export function freshnessOf(network: KnownNetwork | null, hearing: Hearing, heardAt: string): Freshness {
  const isHeard = hearing !== 'lost'
  const lastGoodAt = network?.lastGoodAt ?? null
  if (network?.state === 'unreachable') return { kind: 'silent', asOf: lastGoodAt, isHeard }
  if (network?.state === 'retired') return { kind: 'closed', asOf: lastGoodAt, isHeard }
  return { kind: hearing, asOf: hearing === 'live' ? (lastGoodAt ?? heardAt) : heardAt, isHeard }
}

/** Whether what is shown stands still until something is back, so that its age belongs beside it. */
export const isOld = ({ kind }: Freshness): boolean => ['silent', 'closed', 'lost'].includes(kind)

/** Of a page about several networks: it is as fresh as what it shows of the one that has been silent longest. */
export function freshnessOfAll(
  networks: readonly KnownNetwork[],
  hearing: Hearing,
  heardAt: string,
): Freshness {
  const each = networks.map((network) => freshnessOf(network, hearing, heardAt))
  const silent = each.filter(({ kind }) => kind === 'silent')
  const [longest] = silent.sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''))
  return longest ?? freshnessOf(null, hearing, heardAt)
}
