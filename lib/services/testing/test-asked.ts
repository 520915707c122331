/** What a test network is asked by a read. */
export type Asked = {
  what: 'assets' | 'list' | 'status' | 'failures' | 'other'
  id: string | null
  collection: string | null
  cursor: string | null
  pageSize: number
}

export function toAsked(path: string, query: URLSearchParams): Asked {
  const [, , list, id = null, errors] = path.split('/').map(decodeURIComponent)
  const ofRefreshes = errors ? 'failures' : id === null ? 'list' : 'status'
  const what = list === 'metadata-refreshes' ? ofRefreshes : list === 'assets' ? 'assets' : 'other'
  const collection = query.get('collection_address') ?? query.get('collection')
  return { what, id, collection, cursor: query.get('cursor'), pageSize: Number(query.get('page_size')) }
}
