import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres } from '../../../scripts/lib/postgres/start-postgres.mjs'
import { newSuiteDirectory } from '../../../scripts/lib/test-directory.ts'
import { readConfig } from '../../env/config.ts'
import { startBoss, stopBoss } from '../../queue/boss.ts'
import { migrate } from '../migrations/migrate.ts'
import { startDatabase } from '../migrations/start-database.ts'
import { openDatabase, setDatabase } from './open-database.ts'

const PASSWORD = 'p@ss:w/rd?&#'
const port = randomInt(10_000, 30_000)
let stop: () => Promise<void>
let certificate: string

// Self-signed, for localhost, and of no use anywhere else.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUWFkyBFmBSPyqp3aH16JCAK1++OQwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDEyNTg0NloYDzIxMjYxMTA2
MTI1ODQ2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARMWMRCGs5+cRCB/+AQIwWbk/XHqryZhUaLcXOftrZJNWI29tCJ0+lp
Cl2oImSOPgeszVZhsfRX5mi4rJdNNasjo28wbTAdBgNVHQ4EFgQUdlTART0HbT5a
jc+7mu0ZWowsgBwwHwYDVR0jBBgwFoAUdlTART0HbT5ajc+7mu0ZWowsgBwwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgco+DPh8FK2qdHd1xwC64stbb9zQ+WcaaWPIgnpLY+CYCIGg/
2+PjA7OM6IbX9AYBSDdywbocIFGAT4W8kfsbCuHn
-----END CERTIFICATE-----
`
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgc7gXoITp7j4pULTv
0OPkv7mOiEC/isRIaDNLbu0ZGJKhRANCAARMWMRCGs5+cRCB/+AQIwWbk/XHqryZ
hUaLcXOftrZJNWI29tCJ0+lpCl2oImSOPgeszVZhsfRX5mi4rJdNNasj
-----END PRIVATE KEY-----
`

/** The same binaries as a server elsewhere: TCP, a password for each connection, TLS for one of two databases. */
beforeAll(async () => {
  const folder = newSuiteDirectory()
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 })
    return join(folder, name)
  }
  certificate = file('server.crt', CERTIFICATE)
  const access = [
    'local all all trust',
    'hostssl secure all 127.0.0.1/32 scram-sha-256',
    'hostnossl secure all 127.0.0.1/32 reject',
    'host all all 127.0.0.1/32 scram-sha-256',
  ]
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    ssl: 'on',
    ssl_cert_file: certificate,
    ssl_key_file: file('server.key', KEY),
    hba_file: file('access.conf', `${access.join('\n')}\n`),
  }
  const server = await startPostgres(folder, {
    isTemporary: true,
    options: Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  })
  stop = server.stop
  const socket = `postgres://desk@localhost:${port}/postgres?host=${encodeURIComponent(server.socket)}`
  const admin = await openDatabase({ databaseUrl: socket, databaseSocket: null })
  await admin.executeSql(`CREATE ROLE studio LOGIN PASSWORD '${PASSWORD}'`)
  for (const name of ['plain', 'secure', 'crowded'])
    await admin.executeSql(`CREATE DATABASE ${name} OWNER studio`)
  await admin.close()
})
afterAll(() => stop())

const urlOf = (database: string, query = '', password = PASSWORD) =>
  `postgres://studio:${encodeURIComponent(password)}@localhost:${port}/${database}${query}`

async function open(url: string) {
  const database = await openDatabase({ databaseUrl: url, databaseSocket: null })
  await migrate(database)
  return database
}

test('default: over TCP, with a password of any characters', async () => {
  const database = await open(urlOf('plain'))
  expect(await database.prisma.member.count()).toBe(0)
  expect([database.schema, database.isShared]).toEqual(['public', true])
  await database.close()
})

test('error: a wrong password is refused with the words of the server', async () => {
  await expect(open(urlOf('plain', '', 'wrong'))).rejects.toThrow(/password authentication failed/)
})

test('behavior: sslmode means what it means to every client of PostgreSQL', async () => {
  const warned = vi.spyOn(process, 'emitWarning')
  const encrypted = await open(urlOf('secure', '?sslmode=require'))
  const { rows } = await encrypted.executeSql('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
  expect(rows).toEqual([{ ssl: true }])
  await encrypted.close()
  const verified = await open(
    urlOf('secure', `?sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`),
  )
  expect(await verified.prisma.member.count()).toBe(0)
  await verified.close()
  await expect(open(urlOf('secure', '?sslmode=verify-full'))).rejects.toThrow(/self-signed certificate/)
  await expect(open(urlOf('secure', '?sslmode=disable'))).rejects.toThrow(/pg_hba|rejects/)
  expect(warned).not.toHaveBeenCalled()
})

test.each([
  [
    '?sslmode=verify-full',
    /^The database cannot be opened: self-signed certificate; give its .* sslmode=require/,
  ],
  ['?sslmode=verify-ca', /^The database cannot be opened: Using sslmode=verify-ca requires .*; give its /],
  ['?sslmode=disable', /^The database cannot be opened: pg_hba.conf rejects .*; add \?sslmode=require/],
])(
  'error: %s to a server with a certificate of its own is one line with the way out',
  async (query, line) => {
    const env = { DATABASE_URL: urlOf('secure', query), APP_SECRET: 'a'.repeat(32), NETWORKS: 'imx' }
    await expect(startDatabase(readConfig(env))).rejects.toThrow(line)
  },
)

test.each([
  ['named in the URL', 'studio_a', '?schema=studio_a', ''],
  [
    'in the options of the URL',
    'studio_c',
    `?options=${encodeURIComponent('-c search_path=studio_c,public')}`,
    '',
  ],
  ['of the role', 'studio_b', '', 'ALTER ROLE studio IN DATABASE plain SET search_path = studio_b'],
])(
  'behavior: a schema %s holds every table, and the queries find them there',
  async (_, schema, query, sql) => {
    const before = await open(urlOf('plain'))
    await before.executeSql(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
    if (sql) await before.executeSql(sql)
    await before.close()
    const database = await open(urlOf('plain', query))
    expect(database.schema).toBe(schema)
    const member = await database.prisma.member.create({ data: { address: `0x${schema}` } })
    await database.prisma
      .$executeRaw`UPDATE "Member" SET "name" = 'by our own SQL' WHERE "address" = ${member.address}`
    const { rows } = await database.executeSql(`SELECT "name" FROM "${schema}"."Member"`)
    expect(rows).toEqual([{ name: 'by our own SQL' }])
    expect(await migrate(database)).toEqual([])
    await database.close()
  },
)

test('behavior: desks in two schemas of one database share neither tables nor jobs', async () => {
  const schemas = ['Desk', 'desk', 'my-desk']
  for (const schema of schemas) {
    const database = await open(urlOf('crowded', `?schema=${schema}`))
    setDatabase(database)
    const boss = await startBoss(() => {})
    expect(await boss.send('send', { schema }, { singletonKey: 'one' })).not.toBe(null)
    await database.prisma.member.create({ data: { address: '0x1' } })
    await stopBoss()
    await database.close()
  }
})

test('behavior: tables of another desk that the search path leads to are not taken for ours', async () => {
  const first = await open(urlOf('crowded'))
  await first.executeSql('CREATE SCHEMA IF NOT EXISTS studio')
  await first.close()
  const second = await open(urlOf('crowded'))
  expect(second.schema).toBe('studio')
  const { rows } = await second.executeSql(`SELECT count(*)::int AS count FROM studio."Member"`)
  expect(rows).toEqual([{ count: 0 }])
  await second.close()
})
