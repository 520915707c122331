import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../../scripts/lib/postgres/start-postgres.mjs'
import { newTestDirectory } from '../../../scripts/lib/test-directory.ts'
import { migrate } from '../migrations/migrate.ts'
import { toAppError } from './errors.ts'
import { openDatabase } from './open-database.ts'
import { transact } from './transact.ts'

const options = ['-c', 'max_connections=8', '-c', 'superuser_reserved_connections=0']

/** What the ways of asking a database come to, by our name for it. */
async function setUp() {
  const folder = newTestDirectory()
  const server = await startPostgres(folder, { isTemporary: true, options })
  const database = await openDatabase({ databaseUrl: server.url, databaseSocket: null })
  onTestFinished(() => database.close())
  const { prisma } = database
  const ask = () =>
    Promise.all(
      [
        () => prisma.member.count(),
        () => prisma.$queryRaw`SELECT 1`,
        () => transact(prisma, (tx) => tx.member.count()),
        () => database.executeSql('SELECT 1'),
      ].map((asked) =>
        asked().then(
          () => 'answered',
          (error: unknown) => (toAppError(error) as { meta?: { reason?: string } }).meta?.reason ?? error,
        ),
      ),
    )
  await migrate(database)
  return { folder, server, prisma, ask }
}

const each = (what: string) => Array.from({ length: 4 }, () => what)

test('behavior: a database that stops is unreachable, and the same client goes on when it is back', async () => {
  const { folder, server, prisma, ask } = await setUp()
  const cutOff = prisma.$queryRaw`SELECT pg_sleep(600)`.catch(toAppError)
  const idle = transact(prisma, async (tx) => {
    await tx.member.count()
    await server.stop()
    await tx.member.count()
  }).catch(toAppError)
  for (const error of await Promise.all([cutOff, idle])) {
    expect(error).toMatchObject({ code: 'database_unavailable', meta: { reason: 'unreachable' } })
  }
  expect(await ask()).toEqual(each('unreachable'))
  const again = await startPostgres(folder, { isTemporary: true, options })
  onTestFinished(() => again.stop())
  expect(await ask()).toEqual(each('answered'))
})

test('behavior: a database that others have filled with connections has none free', async () => {
  const { server, prisma, ask } = await setUp()
  onTestFinished(() => server.stop())
  await prisma.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'desk'`.catch(
    () => {},
  )
  const others = Array.from({ length: 9 }, () => new pg.Client(server.url))
  for (const other of others) other.on('error', () => {})
  const connected = await Promise.allSettled(others.map((other) => other.connect()))
  expect(connected.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
  expect(await ask()).toEqual(each('no_connections'))
  await Promise.all(others.map((other) => other.end().catch(() => {})))
  expect(await ask()).toEqual(each('answered'))
})
