import 'server-only'

const STOP_DEADLINE_MS = 3_000

/** The launcher, where it runs in this very process: it stops what it started, and this first. */
type Launcher = { stopFirst: (close: () => Promise<void>) => void }
const shared = globalThis as typeof globalThis & { refreshDeskLauncher?: Launcher }

/** Ends the process after `close` at SIGTERM or SIGINT: what is in hand is finished or handed back, for a few seconds. */
export function stopOnSignals(close: () => Promise<void>): void {
  if (shared.refreshDeskLauncher) {
    shared.refreshDeskLauncher.stopFirst(() => Promise.race([close(), deadline()]))
    return
  }
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
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
