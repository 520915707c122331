import 'server-only'
import type { WorkContext } from '../context.ts'
import { reportNetworks } from './network-news.ts'
import { readChangedDetails, readChangedSummaries } from './read-changes.ts'
import type { Hub } from './viewers.ts'

const TICK_MS = 1_000
// Routes are bundled apart; two hubs would read everything twice.
const shared = globalThis as typeof globalThis & { refreshDeskHub?: Hub }

export function hub(): Hub {
  shared.refreshDeskHub ??= {
    details: new Map(),
    list: { versions: new Map(), viewers: new Set() },
    networks: { text: '', states: '', ticks: 0 },
    timer: null,
    isReading: false,
  }
  return shared.refreshDeskHub
}

/** Reads the change sequence once a second as long as anybody watches; its cost does not depend on how many. */
export function keepReading(work: WorkContext): void {
  const current = hub()
  current.timer ??= setInterval(() => void tick(work), TICK_MS).unref()
}

export function stopWhenUnwatched(): void {
  const { details, list, timer } = hub()
  if (details.size > 0 || list.viewers.size > 0 || !timer) return
  clearInterval(timer)
  hub().timer = null
}

/** Tells every viewer what changed since the last tick. A failed read is made up for by the next one. */
export async function tick(work: WorkContext): Promise<void> {
  const current = hub()
  if (current.isReading) return
  current.isReading = true
  try {
    await readChangedDetails(work, current.details)
    if (current.list.viewers.size > 0) await readChangedSummaries(work, current.list)
    // Last, so that a network is never said to be silent since before what it answered for the others.
    await reportNetworks(work, current)
  } catch {
    // The database is away or closing; viewers keep the last truth.
  } finally {
    current.isReading = false
  }
}
