import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../../scripts/lib/postgres/start-postgres.mjs'
import { newSuiteDirectory } from '../../../scripts/lib/test-directory.ts'
import { migrate } from '../migrations/migrate.ts'
import { openDatabase } from './open-database.ts'
import { startTestPooler } from './test-pooler.ts'

let server: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  server = await startPostgres(newSuiteDirectory(), { isTemporary: true })
})
afterAll(() => server.stop())

async function open(databaseUrl: string) {
  const database = await openDatabase({ databaseUrl, databaseSocket: null })
  await migrate(database)
  return database
}

/** The schemas that hold tables of anybody but PostgreSQL. */
async function schemasInUse(): Promise<unknown[]> {
  const database = await openDatabase({ databaseUrl: server.url, databaseSocket: null })
  onTestFinished(database.close)
  const { rows } = await database.executeSql(
    `SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  return rows.map(({ schemaname }) => schemaname)
}

async function poolerUrl(mode: 'session' | 'transaction') {
  const pooler = await startTestPooler(join(server.socket, '.s.PGSQL.5432'), mode)
  onTestFinished(pooler.stop)
  return `postgres://desk@127.0.0.1:${pooler.port}/postgres`
}

test('error: a search path that leads nowhere is refused before anything is made', async () => {
  const url = `${server.url}&options=${encodeURIComponent('-c search_path=missing')}`
  await expect(open(url)).rejects.toThrow('DATABASE_URL points to no schema: add ?schema=name to it')
  expect(await schemasInUse()).toEqual([])
})

test('error: a pooler in transaction mode is refused in one line, before anything is made', async () => {
  const url = await poolerUrl('transaction')
  for (const query of ['', '?schema=studio']) {
    await expect(open(url + query)).rejects.toThrow(
      /^DATABASE_URL points to a pooler in transaction mode, .+$/,
    )
  }
  expect(await schemasInUse()).toEqual([])
})

test('behavior: a pooler in session mode is as good as the server itself', async () => {
  const database = await open(`${await poolerUrl('session')}?schema=studio`)
  expect(await database.prisma.member.count()).toBe(0)
  await database.close()
  expect(await schemasInUse()).toEqual(['studio'])
})
