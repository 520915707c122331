import { HEARTBEAT } from '../../core/heartbeat.ts'
import { streamPath } from './stream-path.ts'

/** Tabs that come together, as after a lost stream, cost one opening. */
const GATHER_MS = 50

/** What the server tells, by the names of its events. */
const EVENTS = ['changed', 'snapshot', 'networks', HEARTBEAT]
const ENDS = ['bye', 'error']

/** From a tab: the refresh whose snapshots it wants, if any; null when it stops listening. */
export type Wish = { refresh: string | null } | null
/** To a tab: an event of the stream, or `error` when there is no stream any more. */
export type Told = { event: string; data: string }

type Tab = { postMessage: (told: Told) => void }
/** What of an EventSource is used here. */
export type Source = {
  addEventListener(event: string, hear: (message: MessageEvent<string>) => void): void
  close(): void
}

/**
 * One stream for all tabs that listen. Whoever comes opens it anew, because a stream begins with a snapshot; what only
 * tabs that left wanted goes with the next opening. When it ends all are told, and each comes back as it does with a
 * stream of its own.
 */
export function shareStream(connect: (path: string) => Source) {
  const tabs = new Map<Tab, string | null>()
  let source: Source | null = null
  let gathering: ReturnType<typeof setTimeout> | undefined

  const tell = (told: Told) => {
    for (const tab of tabs.keys()) tab.postMessage(told)
  }
  const close = () => {
    clearTimeout(gathering)
    gathering = undefined
    source?.close()
    source = null
  }
  const open = () => {
    close()
    const opened = connect(streamPath([...tabs.values()].filter((refresh) => refresh !== null)))
    source = opened
    for (const event of EVENTS) {
      opened.addEventListener(event, ({ data }) => {
        if (source === opened) tell({ event, data })
      })
    }
    for (const event of ENDS) {
      opened.addEventListener(event, () => {
        if (source !== opened) return
        close()
        tell({ event: 'error', data: '' })
        tabs.clear()
      })
    }
  }

  return (tab: Tab, wish: Wish) => {
    if (wish) {
      tabs.set(tab, wish.refresh)
      gathering ??= setTimeout(open, GATHER_MS)
    } else if (tabs.delete(tab) && tabs.size === 0) close()
  }
}
