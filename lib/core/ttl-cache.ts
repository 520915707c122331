/** What was found out lately, kept by this process alone. */
export type TtlCache<T> = {
  /** What `make` gave for this key within `ttlMs`. Who asks meanwhile waits with it; failures are not kept. */
  getOrLoad: (key: string, nowMs: number, make: () => Promise<T>) => Promise<T>
  /** What is kept for this key and already there. */
  find: (key: string, nowMs: number) => T | undefined
  forget: () => void
}

type Kept<T> = { value: Promise<T>; at: number; there?: { it: T } }

/** Keeps each value for `ttlMs`, and at most `max` of them, the oldest going first. */
export function createTtlCache<T>({ ttlMs, max }: { ttlMs: number; max: number }): TtlCache<T> {
  const kept = new Map<string, Kept<T>>()
  // A clock that was set back makes nothing last longer.
  const isFresh = (at: number, nowMs: number) => at <= nowMs && nowMs - at < ttlMs
  const getOrLoad = (key: string, nowMs: number, make: () => Promise<T>) => {
    const known = kept.get(key)
    if (known && isFresh(known.at, nowMs)) return known.value
    kept.delete(key)
    const value = make()
    const made: Kept<T> = { value, at: nowMs }
    kept.set(key, made)
    value.then(
      (it) => {
        made.there = { it }
      },
      () => kept.get(key) === made && kept.delete(key),
    )
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    return value
  }
  const find = (key: string, nowMs: number) => {
    const known = kept.get(key)
    return known && isFresh(known.at, nowMs) ? known.there?.it : undefined
  }
  return { getOrLoad, find, forget: () => kept.clear() }
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
