export type Query = Record<string, string | number | boolean | null | undefined>

/** Joins a base URL, path segments (encoded one by one) and a query without its absent values. */
export function buildUrl(baseUrl: string, path: string[], query: Query = {}): URL {
  for (const segment of path) {
    if (segment === '' || segment === '.' || segment === '..')
      throw new TypeError('A path segment is empty or a dot.')
  }
  const url = new URL(`${baseUrl}/${path.map(encodeURIComponent).join('/')}`)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, String(value))
  }
  return url
}
