import 'server-only'
import type { Db } from '../connection/client.ts'

/** Whether this database still waits for its sample refreshes. */
export async function needsSamples(db: Db): Promise<boolean> {
  return (await db.installation.count({ where: { mode: 'demo', samplesStartedAt: null } })) > 0
}

/** True for exactly one caller, once in the life of a demo database. */
export async function initialiseSamples(db: Db, now: Date): Promise<boolean> {
  const { count } = await db.installation.updateMany({
    where: { mode: 'demo', samplesStartedAt: null },
    data: { samplesStartedAt: now },
  })
  return count === 1
}
