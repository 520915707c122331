/** What was found out lately, kept by this process alone. */
export type TtlCache<T> = {
  /** What `make` gave for this key within `ttlMs`. Who asks meanwhile waits with it; failures are not kept. */
  getOrLoad: (key: string, nowMs: number, make: () => Promise<T>) => Promise<T>
  forget: () => void
}

/** Keeps each value for `ttlMs`, and at most `max` of them, the oldest going first. */
export function createTtlCache<T>({ ttlMs, max }: { ttlMs: number; max: number }): TtlCache<T> {
  const kept = new Map<string, { value: Promise<T>; at: number }>()
  const getOrLoad = (key: string, nowMs: number, make: () => Promise<T>) => {
    const known = kept.get(key)
    // A clock that was set back makes nothing last longer.
    if (known && known.at <= nowMs && nowMs - known.at < ttlMs) return known.value
    kept.delete(key)
    const value = make()
    const made = { value, at: nowMs }
    kept.set(key, made)
    value.catch(() => kept.get(key) === made && kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    return value
  }
  return { getOrLoad, forget: () => kept.clear() }
}

type Limits = Parameters<typeof createTtlCache>[0]
const shared = globalThis as typeof globalThis & { refreshDeskCaches?: Map<string, unknown> }

/** The one of this name. Routes are bundled apart, each with a copy of its modules, and all must forget together. */
export function sharedTtlCache<T>(name: string, limits: Limits): TtlCache<T> {
  shared.refreshDeskCaches ??= new Map()
  const cache = (shared.refreshDeskCaches.get(name) as TtlCache<T> | undefined) ?? createTtlCache<T>(limits)
  shared.refreshDeskCaches.set(name, cache)
  return cache
}
