import { isFinished } from '@/lib/domain/batches/state.ts'
import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { canHelp, type Help } from '@/lib/domain/refreshes/needs/need.ts'

export type ShownRefresh = NonNullable<CollectionCard['lastRefresh']> & { needsYou: boolean }

type Card = Pick<CollectionCard, 'network' | 'address' | 'ownerAddress' | 'lastRefresh'>

/**
 * What a list says of a collection's refreshes: one that needs this member, else the newest that is not finished, else
 * the latest. What is current is live, so it goes before what the card says of the same refresh.
 */
export function shownRefresh(
  { network, address, ownerAddress, lastRefresh }: Card,
  current: readonly RefreshSummary[],
  help: Help,
): ShownRefresh | null {
  const own = current.filter(
    ({ collection }) => collection.network === network && collection.address === address,
  )
  const needing = own.find((refresh) => canHelp(help, refresh))
  if (needing) return { ...needing, needsYou: true }
  const shown =
    own.find(({ state }) => !isFinished(state)) ??
    own.find(({ createdAt }) => !lastRefresh || createdAt >= lastRefresh.createdAt) ??
    lastRefresh
  if (!shown) return null
  return { ...shown, needsYou: canHelp(help, { needs: shown.needs, collection: { ownerAddress } }) }
}
