import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { syncIntervalMs } from '../../domain/collections/sync-interval.ts'
import type { WorkContext } from '../context.ts'

/** How the reading of a long list spaces its requests, and when it leaves the rest for later. */
export type LongReading = {
  intervalMs: number
  /** Another request would not be over in time, or is not wanted any more. */
  isOver: () => boolean
  /** Until the next request may start. */
  rest: () => Promise<void>
}

/** `maxMs` from now on. */
export function startReading(
  work: Pick<WorkContext, 'networks'>,
  network: string,
  { maxMs, signal }: { maxMs: number; signal?: AbortSignal | undefined },
): LongReading {
  const intervalMs = syncIntervalMs(work.networks.get(network).requestsPerSecond)
  const endMs = performance.now() + maxMs
  return {
    intervalMs,
    isOver: () => signal?.aborted === true || performance.now() + intervalMs >= endMs,
    rest: async () => {
      if (intervalMs > 0) await sleep(intervalMs, undefined, { signal }).catch(() => {})
    },
  }
}
