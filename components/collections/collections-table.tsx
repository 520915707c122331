'use client'

import { useQuery } from '@tanstack/react-query'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { helpOf } from '@/lib/domain/refreshes/needs/need.ts'
import { CollectionRow } from './collection-row.tsx'
import { shownRefresh } from './shown-refresh.ts'

/** Collections as rows; what runs in them is live. */
export function CollectionsTable({ cards }: { cards: readonly CollectionCard[] }) {
  const { member, networks } = useSession()
  const { data: current = [] } = useQuery(currentRefreshesQuery())
  const help = helpOf(member)
  const names = new Map(networks.map(({ slug, name }) => [slug, name]))
  return (
    <table className="w-full border-collapse text-sm max-md:block md:[&_td]:pl-4 md:[&_th]:pl-4 xl:[&_td]:pl-8">
      <caption className="sr-only">Collections</caption>
      <thead className="text-left text-faint text-xs max-md:sr-only [&_th]:h-9 [&_th]:whitespace-nowrap [&_th]:font-normal xl:[&_th+th]:pl-8">
        <tr>
          <th scope="col">Collection</th>
          <th scope="col" className="text-right">
            Tokens
          </th>
          <th scope="col">Failing now</th>
          <th scope="col">Last refresh</th>
          <th scope="col" className="pr-4">
            Owner
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {cards.map((card) => (
          <CollectionRow
            key={`${card.network} ${card.address}`}
            card={card}
            networkName={names.get(card.network) ?? card.network}
            refresh={shownRefresh(card, current, help)}
            isOwn={card.ownerAddress === member.address}
          />
        ))}
      </tbody>
    </table>
  )
}
