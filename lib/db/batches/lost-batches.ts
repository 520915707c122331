import 'server-only'
import { isHeldBack, type LostBatch } from '../../domain/batches/lost/hold-back.ts'
import type { Sending } from '../../domain/batches/lost/match-lost.ts'
import type { Traffic } from '../../domain/batches/lost/traffic.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'
import { type BatchWork, listUnleasedOf } from './batch-work.ts'

/** What holds batches of a collection back: its lost ones. A script's holds nothing up. */
async function listHolding(db: Db, collectionId: string): Promise<LostBatch[]> {
  const lost = await db.batch.findMany({
    where: { state: 'lost', refresh: { collectionId, source: { not: 'script' } } },
    select: { tokenCount: true, search: { select: { wasSearched: true } } },
  })
  return lost.map(({ tokenCount, search }) => ({ tokenCount, wasSearched: search?.wasSearched ?? false }))
}

/** Whether lost batches of its collection keep this one from being sent. */
export const isHeldByLost = async (db: Db, { collectionId, tokenCount }: Size): Promise<boolean> =>
  isHeldBack(tokenCount, await listHolding(db, collectionId))

/** Unsent batches of a collection that nobody has in hand, by whether lost ones keep them from being sent. */
export async function splitUnleased(
  db: Db,
  collectionId: string,
): Promise<{ held: BatchWork[]; free: BatchWork[] }> {
  const holding = await listHolding(db, collectionId)
  const unleased = await listUnleasedOf(db, collectionId)
  const isHeld = ({ tokenCount }: BatchWork) => isHeldBack(tokenCount, holding)
  return { held: unleased.filter(isHeld), free: unleased.filter((batch) => !isHeld(batch)) }
}

type Size = Pick<BatchWork, 'collectionId' | 'tokenCount'>

const ofSize = ({ collectionId, tokenCount }: Size) =>
  ({ tokenCount, refresh: { collectionId } }) satisfies Prisma.BatchWhereInput

/** Of all requests as large for the collection, those of scripts included; begun ones only from `since` on. */
export async function readTraffic(db: Db, size: Size, since: Date): Promise<Traffic> {
  const batch = ofSize(size)
  const begun = await db.attempt.count({ where: { startedAt: { gte: since }, batch } })
  const open = await db.attempt.count({ where: { batch, finishedAt: null } })
  const sending = await db.batch.count({ where: { ...batch, state: 'sending' } })
  return { begun, underWay: Math.max(open, sending), lostIds: await listLostIds(db, size) }
}

/** All that is lost and as large for the collection. */
export async function listLostIds(db: Db, size: Size): Promise<string[]> {
  const where = { ...ofSize(size), state: 'lost' as const }
  const rows = await db.batch.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

/**
 * The sendings as large for the collection that the network may have taken without the desk knowing it: all of what is
 * lost, and those judged absent that began after `absentSince`.
 */
export async function listUncertainSendings(db: Db, size: Size, absentSince: Date): Promise<Sending[]> {
  const rows = await db.attempt.findMany({
    where: {
      outcome: { in: ['lost', 'absent'] },
      batch: ofSize(size),
      OR: [{ batch: { state: 'lost' } }, { startedAt: { gte: absentSince } }],
    },
    orderBy: { startedAt: 'asc' },
    select: { batchId: true, startedAt: true, upstreamAt: true, batch: { select: { state: true } } },
  })
  return rows.map(({ batchId, startedAt, upstreamAt, batch }) => ({
    batchId,
    at: upstreamAt ?? startedAt,
    isLost: batch.state === 'lost',
  }))
}
