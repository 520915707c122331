import { queryOptions } from '@tanstack/react-query'
import { NetworkList } from '../collection/network-card.ts'
import { request } from './request.ts'

/** Asked again while the page is looked at, because a network may go away or come back. */
export const networksQuery = () =>
  queryOptions({
    queryKey: ['networks'] as const,
    queryFn: ({ signal }) => request('/api/networks', NetworkList, { signal }),
    refetchInterval: 30_000,
  })
