export type Coalescer = <T>(key: string, task: () => Promise<T>) => Promise<T>

/** Calls with the same key share one run of `task` while it is in flight. Nothing is kept afterwards. */
export function createCoalescer(): Coalescer {
  const inFlight = new Map<string, Promise<unknown>>()
  return <T>(key: string, task: () => Promise<T>) => {
    const running = inFlight.get(key)
    // The key names method, URL and credential, so the stored promise is the one this caller would have made.
    if (running) return running as Promise<T>
    const started = task().finally(() => inFlight.delete(key))
    inFlight.set(key, started)
    return started
  }
}
