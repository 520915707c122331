const LIMIT_MS = 10_000

const tasks = new Set<() => Promise<unknown>>()

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
      setTimeout(() => process.exit(1), LIMIT_MS)
      void endAll().finally(() => process.exit(1))
    })
  }
}

/** The newest first: processes before the folders they use. */
async function endAll(): Promise<void> {
  for (const task of [...tasks].reverse()) await task().catch(() => {})
}
