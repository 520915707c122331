import 'server-only'

export type Memory<T> = (key: string, now: Date, make: () => Promise<T>) => Promise<T>

/** Keeps what `make` gave for `ttlMs`, for at most `max` keys, the oldest going first. Failures are not kept. */
export function createMemory<T>(ttlMs: number, max: number): Memory<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>()
  return (key, now, make) => {
    const known = kept.get(key)
    if (known && known.until > now.getTime()) return known.value
    kept.delete(key)
    const value = make()
    kept.set(key, { value, until: now.getTime() + ttlMs })
    value.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
