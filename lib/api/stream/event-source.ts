import { HEARTBEAT, LONGEST_SILENCE_MS } from '../../core/heartbeat.ts'
import { openSource } from './open-source.ts'
import type { Source } from './share-stream.ts'

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

/** `opening` until the first event, and while the page is hidden; `lost` until the stream is back. */
export type Connection = 'opening' | 'live' | 'lost'

type StreamOptions = {
  /** What to do with the data of each event, by its name. */
  events: Record<string, (text: string) => void>
  onConnection: (connection: Connection) => void
}

/**
 * Listens to the stream while the page is visible and comes back by itself, ever more slowly, when it ends or falls
 * silent. `refresh` names the one whose snapshots the page wants. Returns how to end it.
 */
export function openEventSource(refresh: string | null, { events, onConnection }: StreamOptions): () => void {
  let source: Source | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const close = () => {
    clearTimeout(retry)
    clearTimeout(watchdog)
    source?.close()
    source = null
  }
  const lose = () => {
    close()
    onConnection('lost')
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS)
    failures += 1
    retry = setTimeout(open, waitMs)
  }
  const waitForMore = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(lose, LONGEST_SILENCE_MS)
  }
  const open = () => {
    close()
    source = openSource(refresh)
    waitForMore()
    for (const [event, onData] of Object.entries(events)) {
      source.addEventListener(event, ({ data }) => {
        failures = 0
        waitForMore()
        onConnection('live')
        onData(data)
      })
    }
    source.addEventListener(HEARTBEAT, waitForMore)
    source.addEventListener('bye', lose)
    source.addEventListener('error', lose)
  }
  // What nobody looks at needs no news.
  const follow = () => {
    if (document.visibilityState === 'visible') {
      if (!source) open()
      return
    }
    close()
    onConnection('opening')
  }

  follow()
  document.addEventListener('visibilitychange', follow)
  return () => {
    document.removeEventListener('visibilitychange', follow)
    close()
  }
}
