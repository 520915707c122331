import 'server-only'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from './generated/client.ts'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

/** The SQL side of a database, before Prisma. */
export type Driver = {
  kind: 'pglite' | 'postgres'
  adapter: SqlMigrationAwareDriverAdapterFactory
  /** The shape that pg-boss asks of a database; a text without values may hold several statements. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  /** Runs `task` in a session of its own while no other instance on the same database runs one. */
  exclusively: <T>(task: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

export type Database = Driver & { prisma: PrismaClient }

export type DatabaseTarget = { dataDir: string; databaseUrl: string | null }

/** PGlite in `<dataDir>/pglite`, or the PostgreSQL at `databaseUrl`. Needs the directory lock; does not migrate. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  return withPrisma(target.databaseUrl ? openPostgres(target.databaseUrl) : await openPglite(target.dataDir))
}

export function withPrisma(driver: Driver): Database {
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
