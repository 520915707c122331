import 'server-only'
import type { Db } from './client.ts'
import { StartError } from './start-error.ts'

export type Mode = 'demo' | 'real'

/** Marks a new database with its mode, and refuses one that was started in the other. */
export async function initialiseMode(db: Db, mode: Mode): Promise<void> {
  await db.$executeRaw`INSERT INTO "Installation" ("id", "mode") VALUES (1, ${mode}::"Mode") ON CONFLICT DO NOTHING`
  const installation = await db.installation.findUniqueOrThrow({ where: { id: 1 } })
  refuseOtherMode(installation.mode, mode)
}

export function refuseOtherMode(found: string, wanted: Mode): void {
  if (found === wanted) return
  const advice = wanted === 'demo' ? 'set NETWORKS to open it' : 'unset NETWORKS to open it'
  throw new StartError(
    `The database belongs to ${found} mode and cannot be opened in ${wanted} mode; ${advice}, or choose another`,
  )
}
