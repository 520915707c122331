import 'server-only'
import { liveBatchStates } from '../../domain/batches/state.ts'
import type { Help, Need } from '../../domain/refreshes/needs/need.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'

/** Which refreshes need what; the history is filtered and each refresh described by these same conditions. */
const needing: Record<Need, Prisma.RefreshWhereInput> = {
  signature: { batches: { some: { wait: 'authority', state: { in: liveBatchStates } } } },
  resume: { pausedAt: { not: null }, pauseReason: 'hold' },
  decision: { batches: { some: { search: { needsPerson: true } } } },
  stalled: { state: 'stalled' },
}
const needs = Object.keys(needing) as Need[]

/** Refreshes that need somebody, or only those for which this help is enough. */
export function needsHelp(help: Help | null): Prisma.RefreshWhereInput {
  const signature = help
    ? { AND: [needing.signature, { collection: { ownerAddress: help.signsFor } }] }
    : needing.signature
  const ofOperators = help && !help.decides ? [] : [needing.resume, needing.decision, needing.stalled]
  return { finishedAt: null, OR: [signature, ...ofOperators] }
}

/** What each of these refreshes needs; those that need nothing are left out. */
export async function findNeeds(db: Db, ids: string[]): Promise<Map<string, Need[]>> {
  const found = new Map<string, Need[]>()
  if (ids.length === 0) return found
  for (const need of needs) {
    const where = { id: { in: ids }, finishedAt: null, ...needing[need] }
    for (const { id } of await db.refresh.findMany({ where, select: { id: true } }))
      found.set(id, [...(found.get(id) ?? []), need])
  }
  return found
}
