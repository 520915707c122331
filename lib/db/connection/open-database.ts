import 'server-only'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../generated/client.ts'
import { openPostgres } from './open-postgres.ts'

/** The SQL side of a database, before Prisma. */
export type Driver = {
  /** Whether other instances may be working on it too: the built-in one serves one desk alone. */
  isShared: boolean
  /** The PostgreSQL schema that holds every table of ours. */
  schema: string
  adapter: SqlMigrationAwareDriverAdapterFactory
  /** The shape that pg-boss asks of a database; a text without values may hold several statements. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  /** Runs `task` in a session of its own while no other instance on the same database runs one. */
  exclusively: <T>(task: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

export type Database = Driver & { prisma: PrismaClient }

/** A PostgreSQL somewhere, by its URL, or the launcher's own, by the folder of its socket. */
export type DatabaseTarget = { databaseUrl: string | null; databaseSocket: string | null }

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
