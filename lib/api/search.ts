import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SearchAnswer } from '../domain/collections/search-hit-schema.ts'
import { request } from './request.ts'

/** Empty text asks nothing. The hits of the text before stay until the new ones are there. */
export const searchQuery = (text: string) => {
  const q = text.trim().slice(0, 100)
  return queryOptions({
    queryKey: ['search', q] as const,
    queryFn: ({ signal }) => request<SearchAnswer>(`/api/search?${new URLSearchParams({ q })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
