import type { CollectionListQuery } from '@/lib/domain/collections/collection-card-schema.ts'

const PAGE_SIZE = 50
const MAX_TEXT = 100
const MAX_PAGE = 10_000

/** What Home shows. */
export const firstCollections = { owner: 'team', pageSize: 6 } satisfies CollectionListQuery

export type CollectionsPlace = CollectionListQuery & { q: string; page: number; pageSize: number }

/** What the address of the collections page asks for; nonsense in it is the first page of all. */
export function readPlace(search: URLSearchParams): CollectionsPlace {
  const page = Number(search.get('page') ?? 1)
  return {
    owner: 'team',
    q: (search.get('q') ?? '').trim().slice(0, MAX_TEXT),
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
    pageSize: PAGE_SIZE,
  }
}

/** The address of a page, without what goes without saying. */
export function writePlace({ q, page }: Pick<CollectionsPlace, 'q' | 'page'>): string {
  const search = new URLSearchParams({ ...(q && { q }), ...(page > 1 && { page: String(page) }) })
  return search.size > 0 ? `/collections?${search}` : '/collections'
}
