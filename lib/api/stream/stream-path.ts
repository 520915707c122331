/** The stream of all refreshes that change, with whole snapshots of those in `refreshes`, by id or number. */
export function streamPath(refreshes: Iterable<string>): string {
  const query = [...new Set(refreshes)].sort().map((id) => `refresh=${encodeURIComponent(id)}`)
  return ['/api/refreshes/stream', ...(query.length > 0 ? [query.join('&')] : [])].join('?')
}
