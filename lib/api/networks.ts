import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { NetworkList } from '../domain/networks/network-card-schema.ts'
import { request } from './request.ts'

const key = ['networks'] as const

/** Asked again while the page is looked at, because a network may go away or come back; live pages are told at once. */
export const networksQuery = () =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ signal, client }) => {
      const given = await request<NetworkList>('/api/networks', { signal })
      return newest(client.getQueryData<NetworkList>(key), given)
    },
    refetchInterval: 30_000,
  })

export const takeNetworks = (client: QueryClient, given: NetworkList): unknown =>
  client.setQueryData<NetworkList>(key, (known) => newest(known, given))

/** Answers may overtake each other on their way; of each network the one that was asked last counts. */
function newest(known: NetworkList | undefined, { items }: NetworkList): NetworkList {
  const cards = new Map(known?.items.map((card) => [card.slug, card]))
  return {
    items: items.map((card) => {
      const before = cards.get(card.slug)
      return before && (before.checkedAt ?? '') > (card.checkedAt ?? '') ? before : card
    }),
  }
}
