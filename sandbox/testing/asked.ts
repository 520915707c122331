/** What a read asks a network. */
export type Asked = {
  what: 'assets' | 'list' | 'status' | 'failures' | 'other'
  id: string | null
  collection: string | null
  cursor: string | null
  pageSize: number
}

export function toAsked(target: string): Asked {
  const { pathname, searchParams: query } = new URL(target, 'http://network')
  const [, , , list, id = null, errors] = pathname.split('/').map(decodeURIComponent)
  const ofRefreshes = errors ? 'failures' : id === null ? 'list' : 'status'
  const what = list === 'metadata-refreshes' ? ofRefreshes : list === 'assets' ? 'assets' : 'other'
  const collection = query.get('collection_address') ?? query.get('collection')
  return { what, id, collection, cursor: query.get('cursor'), pageSize: Number(query.get('page_size')) }
}
