import 'server-only'

const STOP_DEADLINE_MS = 4_000

/** Ends the process after `close` at SIGTERM or SIGINT: what is in hand is finished or handed back, for a few seconds. */
export function stopOnSignals(close: () => Promise<void>): void {
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
