import { join } from 'node:path'
import pg from 'pg'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import { socketFolder } from '../../scripts/lib/postgres/folders.mjs'

/** What the database of a desk in the demo world takes on disk, its log left out. */
export async function storeBytes({ dataDir }: Desk): Promise<number> {
  const client = new pg.Client({
    host: socketFolder(join(dataDir, 'demo')),
    user: 'desk',
    database: 'postgres',
  })
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT pg_database_size(current_database())::float8 AS bytes`)
    return rows[0].bytes
  } finally {
    await client.end()
  }
}
