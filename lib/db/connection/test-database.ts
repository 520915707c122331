import 'server-only'
import { createHash } from 'node:crypto'
import { testDatabaseUrl } from '../../env/test-database-url.ts'
import { migrate } from '../migrations/migrate.ts'
import { readMigrations } from '../migrations/read-migrations.ts'
import { type Database, openDatabase } from './open-database.ts'

const at = (name: string): string => {
  const url = new URL(testDatabaseUrl())
  url.pathname = `/${name}`
  return url.href
}

const onServer = async (sql: string) => {
  const server = await openDatabase({ databaseUrl: testDatabaseUrl(), databaseSocket: null })
  try {
    return await server.exclusively(() => server.executeSql(sql))
  } finally {
    await server.close()
  }
}

/** A migrated, empty database of its own on the test server, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const { url, drop } = await createTestDatabase()
  const database = await openDatabase({ databaseUrl: url, databaseSocket: null })
  const close = async () => {
    await database.close()
    await drop()
  }
  return { ...database, close }
}

/** The same by its URL, for who is to open it in another way; not migrated if it is a copy of `template0`. */
export async function createTestDatabase(
  source?: 'template0',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = source ?? (await ensureTemplate())
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: at(name), drop: async () => void (await onServer(`DROP DATABASE ${name} WITH (FORCE)`)) }
}

let template: Promise<string> | undefined

/** Made once on each server for each set of migrations, and then copied. */
function ensureTemplate(): Promise<string> {
  template ??= makeTemplate()
  return template
}

async function makeTemplate(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 16)
  const name = `template_${hash}`
  const server = await openDatabase({ databaseUrl: testDatabaseUrl(), databaseSocket: null })
  try {
    await server.exclusively(async () => {
      const { rows } = await server.executeSql('SELECT 1 FROM pg_database WHERE datname = $1', [name])
      if (rows.length > 0) return
      // Renamed when it is whole, so that a run that was cut off leaves none half made.
      await server.executeSql(`DROP DATABASE IF EXISTS ${name}_draft WITH (FORCE)`)
      await server.executeSql(`CREATE DATABASE ${name}_draft`)
      const database = await openDatabase({ databaseUrl: at(`${name}_draft`), databaseSocket: null })
      await migrate(database)
      await database.close()
      await server.executeSql(`ALTER DATABASE ${name}_draft RENAME TO ${name}`)
    })
    return name
  } finally {
    await server.close()
  }
}
