import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './lib/postgres/start-postgres.mjs'

/** What vitest runs before all tests: one PostgreSQL for the whole run, unless TEST_DATABASE_URL names one. */
export async function setup() {
  if (process.env.TEST_DATABASE_URL) return
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-postgres-'))
  const { url, stop } = await startPostgres(folder, { isTemporary: true })
  process.env.TEST_DATABASE_URL = url
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
