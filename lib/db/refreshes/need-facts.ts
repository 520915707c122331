import 'server-only'
import { z } from 'zod'
import { liveBatchStates } from '../../domain/batches/state.ts'
import type { Need } from '../../domain/refreshes/needs/need.ts'
import type { NeedFacts } from '../../domain/refreshes/needs/need-schema.ts'
import type { Db } from '../connection/client.ts'

type Found<Kind extends Need> = [id: string, facts: NeedFacts[Kind]]
type Open = { id: string; holdBatch: number | null }

/** What lists say of the needs of these refreshes; each kind is asked for only where a refresh has that need. */
export async function findNeedFacts(
  db: Db,
  open: readonly Open[],
  needs: ReadonlyMap<string, readonly Need[]>,
): Promise<Map<string, NeedFacts>> {
  const facts = new Map<string, NeedFacts>()
  const having = (need: Need) => open.filter(({ id }) => needs.get(id)?.includes(need))
  const add = <Kind extends Need>(need: Kind, found: Found<Kind>[]) => {
    for (const [id, fact] of found) facts.set(id, { ...facts.get(id), [need]: fact })
  }
  const idsOf = (need: Need) => having(need).map(({ id }) => id)
  add('signature', await countUnsigned(db, idsOf('signature')))
  add('resume', await findHeld(db, having('resume')))
  add('decision', await findUndecided(db, idsOf('decision')))
  add('stalled', await countStalled(db, idsOf('stalled')))
  return facts
}

async function countUnsigned(db: Db, ids: string[]): Promise<Found<'signature'>[]> {
  if (ids.length === 0) return []
  const where = { refreshId: { in: ids }, wait: 'authority', state: { in: liveBatchStates } } as const
  const found = await db.batch.groupBy({ by: ['refreshId'], where, _count: true })
  return found.map(({ refreshId, _count: batches }) => [refreshId, { batches }])
}

async function findHeld(db: Db, held: Open[]): Promise<Found<'resume'>[]> {
  const places = held.flatMap(({ id, holdBatch }) =>
    holdBatch === null ? [] : { refreshId: id, position: holdBatch },
  )
  if (places.length === 0) return []
  const found = await db.batch.findMany({ where: { OR: places } })
  return found.map(({ refreshId, position, failed, tokenCount }) => [
    refreshId,
    { batch: position, failed, tokens: tokenCount },
  ])
}

async function findUndecided(db: Db, ids: string[]): Promise<Found<'decision'>[]> {
  if (ids.length === 0) return []
  const found = await db.batchSearch.findMany({
    where: { needsPerson: true, batch: { refreshId: { in: ids } } },
    include: { batch: { select: { refreshId: true, position: true, sentAt: true } } },
    orderBy: { batch: { position: 'desc' } },
  })
  // The later entry of a refresh counts, so its first batch is told of.
  return found.map(({ batch, candidates, isComplete }) => [
    batch.refreshId,
    {
      batch: batch.position,
      sentAt: batch.sentAt?.toISOString() ?? null,
      candidates: z.array(z.unknown()).catch([]).parse(candidates).length,
      isComplete,
    },
  ])
}

async function countStalled(db: Db, ids: string[]): Promise<Found<'stalled'>[]> {
  if (ids.length === 0) return []
  const where = { refreshId: { in: ids }, state: 'sent', reference: { not: null } } as const
  const sum = { tokenCount: true, succeeded: true, failed: true } as const
  const found = await db.batch.groupBy({ by: ['refreshId'], where, _count: true, _sum: sum })
  return found.map(({ refreshId, _count: batches, _sum: { tokenCount, succeeded, failed } }) => [
    refreshId,
    { batches, pending: (tokenCount ?? 0) - (succeeded ?? 0) - (failed ?? 0) },
  ])
}
