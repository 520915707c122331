import 'server-only'
import { PGlite } from '@electric-sql/pglite'
import { testDatabaseUrl } from '../env/test-database-url.ts'
import { migrate } from './migrate.ts'
import { type Database, withPrisma } from './open-database.ts'
import { pgliteDriver } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

/** A migrated, empty database of its own: PGlite in memory, or a new one on the server of `TEST_DATABASE_URL`. */
export async function openTestDatabase(): Promise<Database> {
  const url = testDatabaseUrl()
  const database = withPrisma(url ? await createOnServer(url) : pgliteDriver(await PGlite.create()))
  await migrate(database)
  return database
}

async function createOnServer(url: string): Promise<ReturnType<typeof openPostgres>> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const server = openPostgres(url)
  await server.executeSql(`CREATE DATABASE ${name}`)
  await server.close()
  const target = new URL(url)
  target.pathname = `/${name}`
  return openPostgres(target.href)
}
