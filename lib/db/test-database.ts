import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { findRoot } from '../env/root.ts'
import { testDatabaseUrl } from '../env/test-database-url.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { type Database, type Driver, withPrisma } from './open-database.ts'
import { pgliteDriver } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

/** A migrated, empty database of its own: PGlite in memory, or a new one on the server of `TEST_DATABASE_URL`. */
export async function openTestDatabase(): Promise<Database> {
  const url = testDatabaseUrl()
  return withPrisma(url ? await createOnServer(url) : pgliteDriver(await loadMigrated()))
}

/** Making a cluster takes seconds, so a migrated one is kept under node_modules for each set of migrations. */
async function loadMigrated(): Promise<PGlite> {
  const folder = join(findRoot(), 'node_modules', '.cache', 'refresh-desk')
  const hash = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 16)
  const path = join(folder, `pglite-${hash}.tar`)
  // Read whole: a blob backed by the file breaks when another worker puts its own in the same place.
  if (existsSync(path)) return PGlite.create({ loadDataDir: new Blob([readFileSync(path)]) })
  const client = await PGlite.create()
  await migrate(pgliteDriver(client))
  const dump = await client.dumpDataDir('none')
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${path}.${process.pid}`, path)
  return client
}

async function createOnServer(url: string): Promise<Driver> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const server = openPostgres(url)
  await server.executeSql(`CREATE DATABASE ${name}`)
  await server.close()
  const target = new URL(url)
  target.pathname = `/${name}`
  const driver = openPostgres(target.href)
  await migrate(driver)
  return driver
}
