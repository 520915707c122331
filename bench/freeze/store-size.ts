import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Store } from '../faults/stores.ts'

/** What the tables and indexes take on disk; the log of an embedded database is left out. Call while the desk is down. */
export async function storeBytes({ env, folder }: Store): Promise<number> {
  return env.DATABASE_URL
    ? databaseBytes(env.DATABASE_URL)
    : folderBytes(join(folder, 'demo', 'pglite', 'base'))
}

function folderBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

async function databaseBytes(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query('SELECT pg_database_size(current_database())::float8 AS bytes')
    return rows[0].bytes
  } finally {
    await client.end()
  }
}
