import { join } from 'node:path'
import pg from 'pg'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import { socketFolder } from '../../scripts/lib/postgres/folders.mjs'

/** Runs `use` with a connection to the database of a desk in demo mode. */
export async function withDatabase<T>({ dataDir }: Desk, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const host = socketFolder(join(dataDir, 'demo'))
  const client = new pg.Client({ host, user: 'desk', database: 'postgres' })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
