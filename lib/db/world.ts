import 'server-only'
import type { Db } from './client.ts'
import { StartError } from './start-error.ts'

export type WorldKind = 'demo' | 'real'

/** Marks a new database with its world, and refuses one that was started in the other. */
export async function claimWorld(db: Db, kind: WorldKind): Promise<void> {
  await db.$executeRaw`INSERT INTO "World" ("id", "kind") VALUES (1, ${kind}) ON CONFLICT DO NOTHING`
  const world = await db.world.findUniqueOrThrow({ where: { id: 1 } })
  if (world.kind !== kind) throw new StartError(otherWorld(world.kind, kind))
}

export function otherWorld(found: string, wanted: WorldKind): string {
  const advice = wanted === 'demo' ? 'set NETWORKS to open it' : 'unset NETWORKS to open it'
  return `The database belongs to the ${found} world and cannot be opened in the ${wanted} world; ${advice}, or choose another`
}
