import 'server-only'
import type { Db } from './client.ts'
import { inProject, type Project } from './projects.ts'

export type AttemptOutcome = 'accepted' | 'rejected' | 'planned' | 'unknown'

export async function createAttempt(
  db: Db,
  { batchId, grantId, now }: { batchId: string; grantId: string; now: Date },
): Promise<string> {
  const { id } = await db.attempt.create({ data: { batchId, grantId, startedAt: now } })
  return id
}

type AttemptEnd = { outcome: AttemptOutcome; httpStatus: number | null; message: string | null; now: Date }

export async function finishAttempt(db: Db, id: string, { now, ...end }: AttemptEnd): Promise<void> {
  await db.attempt.update({ where: { id }, data: { ...end, finishedAt: now } })
}

export const countAttempts = (db: Db, batchId: string): Promise<number> =>
  db.attempt.count({ where: { batchId } })

/** Closes what a dead process left open; the number tells whether anything may have been written. */
export async function closeOpenAttempts(
  db: Db,
  batchId: string,
  message: string,
  now: Date,
): Promise<number> {
  const { count } = await db.attempt.updateMany({
    where: { batchId, finishedAt: null },
    data: { outcome: 'unknown', message, finishedAt: now },
  })
  return count
}

/** Requests since then whose effect no header has told yet: unknown ones and those on their way. */
export const countUnaccounted = (db: Db, project: Project, since: Date): Promise<number> =>
  db.attempt.count({
    where: {
      startedAt: { gte: since },
      OR: [{ finishedAt: null }, { outcome: 'unknown' }],
      batch: { refresh: { collection: inProject(project) } },
    },
  })
