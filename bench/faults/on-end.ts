const LIMIT_MS = 10_000

const tasks = new Set<() => Promise<unknown>>()
let isEnding = false

/** Throws once a signal has come: nothing new may begin, or it would be left behind. */
export function refuseWhenEnding(): void {
  if (isEnding) throw new Error('The harness is being stopped')
}

/** Runs `task` also when a signal ends this process; returns how to do it now, once. */
export function onEnd(task: () => Promise<unknown>): () => Promise<void> {
  const once = async () => {
    if (tasks.delete(once)) await task()
  }
  tasks.add(once)
  return once
}

/** Leaves nothing behind, in bounded time. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isEnding = true
      setTimeout(() => process.exit(1), LIMIT_MS)
      void endAll().finally(() => process.exit(1))
    })
  }
}

/** The newest first: processes before the folders they use. */
async function endAll(): Promise<void> {
  for (const task of [...tasks].reverse()) await task().catch(() => {})
}
