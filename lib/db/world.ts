import 'server-only'
import type { Db } from './client.ts'
import { StartError } from './start-error.ts'

export type WorldKind = 'demo' | 'real'

/** Marks a new database with its world, and refuses one that was started in the other. */
export async function claimWorld(db: Db, kind: WorldKind): Promise<void> {
  await db.$executeRaw`INSERT INTO "World" ("id", "kind") VALUES (1, ${kind}) ON CONFLICT DO NOTHING`
  const world = await db.world.findUniqueOrThrow({ where: { id: 1 } })
  refuseOtherWorld(world.kind, kind)
}

export function refuseOtherWorld(found: string, wanted: WorldKind): void {
  if (found === wanted) return
  const advice = wanted === 'demo' ? 'set NETWORKS to open it' : 'unset NETWORKS to open it'
  throw new StartError(
    `The database belongs to the ${found} world and cannot be opened in the ${wanted} world; ${advice}, or choose another`,
  )
}
