const SLICE_MS = 8

const browser = {
  now: () => performance.now(),
  nextTask: () => new Promise<void>((resolve) => setTimeout(resolve)),
}

/** Runs steps in slices short enough to keep the page responsive; `aborted` when a newer run started. */
export async function runInSlices<T>(
  steps: Generator<void, T>,
  signal: AbortSignal,
  { now, nextTask } = browser,
): Promise<{ value: T } | 'aborted'> {
  let until = now() + SLICE_MS
  while (!signal.aborted) {
    const step = steps.next()
    if (step.done) return { value: step.value }
    if (now() < until) continue
    await nextTask()
    until = now() + SLICE_MS
  }
  return 'aborted'
}
