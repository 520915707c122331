import 'server-only'
import type { Database } from './open-database.ts'

// Next bundles routes and instrumentation apart, so a module variable would exist several times.
const shared = globalThis as typeof globalThis & { refreshDeskDatabase?: Database }

/** The database of this process, opened at its start. */
export function database(): Database {
  if (!shared.refreshDeskDatabase) throw new Error('The database is not open')
  return shared.refreshDeskDatabase
}

export function findDatabase(): Database | null {
  return shared.refreshDeskDatabase ?? null
}

export function setDatabase(database: Database | null): void {
  if (database) shared.refreshDeskDatabase = database
  else delete shared.refreshDeskDatabase
}
