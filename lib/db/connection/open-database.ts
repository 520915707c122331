import 'server-only'
import { PrismaClient } from '../generated/client.ts'
import type { DatabaseTarget, Driver } from './driver.ts'
import { openPostgres } from './open-postgres.ts'

export type Database = Driver & { prisma: PrismaClient }

/** Connects; does not migrate. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  const driver = await openPostgres(target)
  const prisma = new PrismaClient({ adapter: driver.adapter })
  const close = async () => {
    await prisma.$disconnect()
    await driver.close()
  }
  return { ...driver, prisma, close }
}

// Next bundles routes and instrumentation apart, so a module variable would exist several times.
const shared = globalThis as typeof globalThis & { refreshDeskDatabase?: Database }

/** The database of this process, opened at its start. */
export function database(): Database {
  if (!shared.refreshDeskDatabase) throw new Error('The database is not open')
  return shared.refreshDeskDatabase
}

export function hasDatabase(): boolean {
  return shared.refreshDeskDatabase !== undefined
}

export function setDatabase(database: Database): void {
  shared.refreshDeskDatabase = database
}
