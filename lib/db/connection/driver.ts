import 'server-only'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

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

/** A PostgreSQL somewhere, by its URL, or the launcher's own, by the folder of its socket. */
export type DatabaseTarget = { databaseUrl: string | null; databaseSocket: string | null }
