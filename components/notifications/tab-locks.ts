/** What the tabs of a browser know of each other: a lock ends with the tab that holds it, however that ends. */
export const tabLocks = { visible: 'desk-visible', lookedAt: 'desk-looked-at', asks: 'desk-asks' } as const

export const isHeld = async (name: string): Promise<boolean> =>
  (await navigator.locks.query()).held?.some((lock) => lock.name === name) ?? false

type Hold = {
  name: string
  mode: LockMode
  isWanted: () => boolean
  /** Events of the document and the window after which it may be wanted or not. */
  events: readonly string[]
  /** While it is held; returns how to stop. `leave` gives it to another tab until it is wanted anew. */
  whileHeld?: (leave: () => void) => () => void
}

/** Holds a lock for as long as it is wanted. Returns how to end it. */
export function holdWhile({ name, mode, isWanted, events, whileHeld }: Hold): () => void {
  let release: (() => void) | null = null

  const leave = () => {
    release?.()
    release = null
  }
  const take = () => {
    const waiting = new AbortController()
    const over = Promise.withResolvers<void>()
    release = () => {
      waiting.abort()
      over.resolve()
    }
    navigator.locks
      .request(name, { mode, signal: waiting.signal }, () => {
        const stop = whileHeld?.(over.resolve)
        return over.promise.finally(stop)
      })
      .catch(() => {})
  }
  const follow = () => {
    if (!isWanted()) leave()
    else if (!release) take()
  }

  follow()
  for (const event of events) addEventListener(event, follow, true)
  return () => {
    for (const event of events) removeEventListener(event, follow, true)
    leave()
  }
}
