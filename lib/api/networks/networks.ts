import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { NetworkList, TryNetwork } from '../../domain/networks/network-card-schema.ts'
import { request } from '../request.ts'

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

/** Asks a silent network now, as far as the desk spares it. */
export const tryNetworkMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'try'] as const,
    mutationFn: (input: TryNetwork) =>
      request<NetworkList>('/api/networks/try', { method: 'POST', body: input }),
    onSuccess: (given, _input, _result, { client }) => takeNetworks(client, given),
  })

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
