import 'server-only'
import type { Db } from '../connection/client.ts'
import { inProject, type Project } from '../networks/quota-keys.ts'

/** `found` and `absent`: its answer was lost, and the network's list showed that it was accepted, or not. */
export type AttemptOutcome = 'accepted' | 'rejected' | 'planned' | 'lost' | 'found' | 'absent'

export async function createAttempt(
  db: Db,
  attempt: { batchId: string; signatureId: string | null; now: Date; upstreamAt: Date | null },
): Promise<string> {
  const { now, ...data } = attempt
  const { id } = await db.attempt.create({ data: { ...data, startedAt: now } })
  return id
}

type AttemptEnd = { outcome: AttemptOutcome; httpStatus: number | null; message: string | null; now: Date }

/** Returns when it began. */
export async function finishAttempt(db: Db, id: string, { now, ...end }: AttemptEnd): Promise<Date> {
  const data = { ...end, finishedAt: now }
  return (await db.attempt.update({ where: { id }, data, select: { startedAt: true } })).startedAt
}

export const countAttempts = (db: Db, batchId: string): Promise<number> =>
  db.attempt.count({ where: { batchId } })

/** Closes what a dead process left open. Returns when the last of it began, and what it was signed with; null when nothing can have been written. */
export async function closeOpenAttempts(
  db: Db,
  batchId: string,
  message: string,
  now: Date,
): Promise<{ begunAt: Date; signatureIds: string[] } | null> {
  const open = await db.attempt.updateManyAndReturn({
    where: { batchId, finishedAt: null },
    data: { outcome: 'lost', message, finishedAt: now },
    select: { startedAt: true, signatureId: true },
  })
  if (open.length === 0) return null
  const begunAt = new Date(Math.max(...open.map(({ startedAt }) => startedAt.getTime())))
  return { begunAt, signatureIds: open.flatMap(({ signatureId }) => signatureId ?? []) }
}

/** When the first lost request of a batch began, by our clock and by the network's. */
export async function findFirstLost(
  db: Db,
  batchId: string,
): Promise<{ startedAt: Date; upstreamAt: Date | null } | null> {
  return db.attempt.findFirst({
    where: { batchId, outcome: { in: ['lost', 'absent'] } },
    orderBy: { startedAt: 'asc' },
    select: { startedAt: true, upstreamAt: true },
  })
}

/** When its last lost request began: its absence is judged from here. */
export async function findLastLost(
  db: Db,
  batchId: string,
): Promise<{ startedAt: Date; upstreamAt: Date | null } | null> {
  return db.attempt.findFirst({
    where: { batchId, outcome: 'lost' },
    orderBy: { startedAt: 'desc' },
    select: { startedAt: true, upstreamAt: true },
  })
}

/** Requests for a collection that may have been accepted without the desk knowing it: on their way, or lost. */
export const listOpenLost = (
  db: Db,
  collectionId: string,
): Promise<{ startedAt: Date; upstreamAt: Date | null }[]> =>
  db.attempt.findMany({
    where: {
      // Absence is a judgement: what was found absent once may still turn up.
      OR: [{ finishedAt: null }, { outcome: { in: ['lost', 'absent'] } }],
      batch: { state: { in: ['sending', 'lost'] }, refresh: { collectionId } },
    },
    select: { startedAt: true, upstreamAt: true },
  })

/** What became of the lost attempts, once it is known. */
export async function resolveLost(db: Db, batchId: string, outcome: AttemptOutcome): Promise<void> {
  await db.attempt.updateMany({ where: { batchId, outcome: 'lost' }, data: { outcome } })
}

const HOUR_MS = 3_600_000

/**
 * Requests since then whose effect no header has told yet: unknown or found ones and those on their way. One
 * still unknown counts for its whole hour, because the network may take it after it has answered a later one.
 */
export const countUnaccounted = (db: Db, project: Project, since: Date): Promise<number> =>
  db.attempt.count({
    where: {
      batch: { refresh: { collection: inProject(project) } },
      AND: [
        { OR: [{ finishedAt: null }, { outcome: { in: ['lost', 'found'] } }] },
        {
          OR: [
            { startedAt: { gte: since } },
            {
              startedAt: { gte: new Date(since.getTime() - HOUR_MS) },
              batch: { state: { in: ['sending', 'lost'] } },
            },
          ],
        },
      ],
    },
  })

/** Requests since then that the network took, or may have taken: those of one refresh, or of the whole project. */
export const countSpent = (
  db: Db,
  project: Project,
  since: Date,
  refreshId: string | null,
): Promise<number> =>
  db.attempt.count({
    where: {
      startedAt: { gte: since },
      OR: [{ finishedAt: null }, { outcome: { in: ['accepted', 'found', 'lost'] } }],
      batch: { ...(refreshId !== null && { refreshId }), refresh: { collection: inProject(project) } },
    },
  })
