import 'server-only'

const STOP_DEADLINE_MS = 3_000

/** The launcher, where it runs in this very process: it stops what it started, and this first. */
type Launcher = {
  stopFirst: (close: () => Promise<void>) => void
  /** True from the first signal on, also while requests are still taken. */
  isStopping: () => boolean
  /** Takes no more requests, and resolves when all have their answers; `endStreams` ends those that would never end. */
  finishRequests: (endStreams: () => void) => Promise<void>
}
const shared = globalThis as typeof globalThis & { refreshDeskLauncher?: Launcher }

let isStoppingAlone = false

export const isStopping = (): boolean => shared.refreshDeskLauncher?.isStopping() ?? isStoppingAlone

/** Without the launcher, as in a bare `next start`, requests in hand are cut off. */
export async function finishRequests(endStreams: () => void): Promise<void> {
  endStreams()
  await shared.refreshDeskLauncher?.finishRequests(endStreams)
}

/** Ends the process after `close` at SIGTERM or SIGINT: what is in hand is finished or handed back, for a few seconds. */
export function stopOnSignals(close: () => Promise<void>): void {
  if (shared.refreshDeskLauncher) {
    shared.refreshDeskLauncher.stopFirst(() => Promise.race([close(), deadline()]))
    return
  }
  const stop = () => {
    if (isStoppingAlone) return
    isStoppingAlone = true
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

const deadline = () => new Promise<void>((resolve) => setTimeout(resolve, STOP_DEADLINE_MS).unref())
