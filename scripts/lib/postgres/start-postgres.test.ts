import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { newTestDirectory } from '../test-directory.ts'

const isRoot = process.getuid?.() === 0
const program = (setUp = '', how = '{}') => `
  import { stopAll, stopOnSignals } from ${JSON.stringify(`${process.cwd()}/scripts/lib/running.mjs`)}
  import { sayFailure } from ${JSON.stringify(`${process.cwd()}/scripts/lib/say.mjs`)}
  ${setUp}
  const { startPostgres } = await import(${JSON.stringify(`${process.cwd()}/scripts/lib/postgres/start-postgres.mjs`)})
  stopOnSignals()
  try {
    console.log((await startPostgres(process.argv[1], ${how})).url)
    setInterval(() => {}, 1_000)
  } catch (error) {
    sayFailure(error)
    await stopAll(1)
  }`

type Started = { child: ChildProcess; url: string; stderr: string }

/** A process of its own that starts a PostgreSQL, up to the moment at which it serves or says why not. */
async function start(
  folder: string,
  { code = program(), wrap = [] as string[], env = {} } = {},
): Promise<Started> {
  const [command = '', ...args] = [...wrap, process.execPath, '--input-type=module', '-e', code, folder]
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await endOf(child)
  })
  const started = { child, url: '', stderr: '' }
  child.stderr.on('data', (chunk) => (started.stderr += chunk))
  await Promise.race([
    once(child.stdout, 'data').then(([line]) => (started.url = String(line).trim())),
    once(child, 'close'),
  ])
  return started
}

const endOf = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return String(rows[0]?.[0])
}

/** Whether anything of a PostgreSQL still lives there; waits for what is just stopping. */
const isFree = (folder: string) =>
  spawnSync('flock', ['--timeout', '60', join(folder, 'postgres.lock'), 'true']).status === 0

test('default: it serves durable data to its own user alone, over a socket, and none over the network', async () => {
  const folder = join(newTestDirectory(), 'demo')
  mkdirSync(folder, { mode: 0o755 })
  chmodSync(folder, 0o755)
  const { url } = await start(folder)
  expect(await ask(url, 'SHOW fsync')).toBe('on')
  expect(await ask(url, 'SHOW full_page_writes')).toBe('on')
  expect(await ask(url, 'SHOW listen_addresses')).toBe('')
  expect(await ask(url, 'SHOW server_version_num')).toMatch(/^18/)
  for (const path of ['', 'postgres', 'socket']) expect(statSync(join(folder, path)).mode & 0o777).toBe(0o700)
  const files = readdirSync(join(folder, 'postgres', 'global')).map((name) =>
    join(folder, 'postgres/global', name),
  )
  for (const path of files) expect(statSync(path).mode & 0o077).toBe(0)
})

test('behavior: what was written survives SIGKILL of whoever started it, who takes it along', async () => {
  const folder = newTestDirectory()
  const first = await start(folder)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
  first.child.kill('SIGKILL')
  await endOf(first.child)
  expect(isFree(folder)).toBe(true)
  const second = await start(folder)
  expect(await ask(second.url, 'SELECT number FROM kept')).toBe('7')
  second.child.kill('SIGTERM')
  await endOf(second.child)
  expect(second.child.exitCode).toBe(143)
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('behavior: a pid file that a power loss left needs no hand, even when another process has its number now', async () => {
  const folder = newTestDirectory()
  const first = await start(folder)
  first.child.kill('SIGTERM')
  await endOf(first.child)
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${folder}/postgres\n1\n5432\n\n\n1 1\nready   \n`,
  )
  const second = await start(folder)
  expect(second.stderr).toBe('')
  expect(await ask(second.url, 'SELECT 1')).toBe('1')
})

test.runIf(process.platform === 'linux')(
  'error: a second one on the folder is refused in one line, also from another container',
  async () => {
    const folder = newTestDirectory()
    const { url } = await start(folder)
    const namespaces = [
      'unshare',
      ...(isRoot ? [] : ['--user', '--map-root-user']),
      '--pid',
      '--ipc',
      '--fork',
    ]
    for (const wrap of [[], namespaces]) {
      const { child, stderr } = await start(folder, { wrap })
      expect(stderr).toBe(`refresh-desk: The data directory ${folder} is in use by another Refresh Desk\n`)
      expect(child.exitCode).toBe(1)
    }
    expect(await ask(url, 'SELECT 1')).toBe('1')
  },
)

test('error: data of another major version is refused with what to do, and left alone', async () => {
  const folder = newTestDirectory()
  mkdirSync(join(folder, 'postgres'), { mode: 0o700 })
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  const { stderr } = await start(folder)
  expect(stderr).toMatch(/^refresh-desk: .* was written by PostgreSQL 17 and this is 18; .*DATA_DIR\n$/)
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
})

test('behavior: a long path gets its socket in a short place that only its user can enter', async () => {
  const folder = join(newTestDirectory(), 'a-long-name'.repeat(12))
  const { url } = await start(folder)
  const socket = new URL(url).searchParams.get('host') ?? ''
  expect(socket.startsWith(folder)).toBe(false)
  expect(statSync(socket).mode & 0o777).toBe(0o700)
  expect(await ask(url, 'SELECT 1')).toBe('1')
})

test('error: a platform without a package is told in one line that names DATABASE_URL', async () => {
  const code = program("Object.defineProperty(process, 'arch', { value: 'mips' })")
  const { stderr } = await start(newTestDirectory(), { code })
  expect(stderr).toMatch(
    /^refresh-desk: There is no built-in PostgreSQL for \w+-mips; set DATABASE_URL .*\n$/,
  )
})

/** A machine without user namespaces, as a container often is: `unshare` fails there. */
function withoutNamespaces(...alsoMissing: string[]) {
  const bin = newTestDirectory()
  for (const name of ['unshare', ...alsoMissing])
    writeFileSync(join(bin, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  return { PATH: `${bin}:${process.env.PATH}` }
}

test.runIf(isRoot)(
  'error: root without user namespaces and without a way to another user is told so in one line',
  async () => {
    const folder = newTestDirectory()
    const { stderr } = await start(folder, { env: withoutNamespaces('setpriv') })
    expect(stderr).toMatch(/^refresh-desk: PostgreSQL does not run as root, .*DATABASE_URL.*\n$/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  },
)

const canReach = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || canReach(dirname(path)))

test('behavior: who stops it while it starts stops it, and the folder is free', async () => {
  const folder = newTestDirectory()
  const first = await start(folder)
  first.child.kill('SIGTERM')
  await endOf(first.child)
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    // Just when the script says that the server starts, which hears nothing yet.
    const code = program(`globalThis.setInterval = () => process.kill(process.pid, '${signal}')`)
    const { child } = await start(folder, { code })
    await endOf(child)
    expect(isFree(folder)).toBe(true)
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  }
})

test('error: an empty folder in place of the data is used, a full one is not touched', async () => {
  const parent = newTestDirectory()
  mkdirSync(join(parent, 'empty', 'postgres'), { recursive: true })
  expect((await start(join(parent, 'empty'))).url).not.toBe('')
  mkdirSync(join(parent, 'full', 'postgres'), { recursive: true })
  writeFileSync(join(parent, 'full', 'postgres', 'notes'), 'mine')
  const { stderr } = await start(join(parent, 'full'))
  expect(stderr).toMatch(/^refresh-desk: .* exists and holds no database; move it away\n$/)
  expect(readdirSync(join(parent, 'full', 'postgres'))).toEqual(['notes'])
})

test.each(["it's, here", 'two "words"', '$HOME', 'ümlaut\nline'])(
  'behavior: a folder may be called %j',
  async (name) => {
    const { url, stderr } = await start(join(newTestDirectory(), name))
    expect(stderr).toBe('')
    expect(await ask(url, 'SELECT 1')).toBe('1')
  },
)

test('behavior: settings that somebody made for their own PostgreSQL do not reach it', async () => {
  const folder = newTestDirectory()
  const { stderr } = await start(folder, { env: { PGDATA: '/nowhere', PGPORT: '1', PGSSLMODE: 'require' } })
  expect(stderr).toBe('')
})

test.runIf(isRoot && canReach(process.cwd()))(
  'behavior: root without user namespaces runs it as nobody, whose data only nobody can read',
  async () => {
    const parent = newTestDirectory()
    chmodSync(parent, 0o755)
    const folder = join(parent, 'demo')
    const { url, child } = await start(folder, { env: withoutNamespaces() })
    expect(await ask(url, 'SELECT 1')).toBe('1')
    expect([statSync(join(folder, 'postgres')).uid, statSync(join(folder, 'postgres')).mode & 0o777]).toEqual(
      [65534, 0o700],
    )
    child.kill('SIGKILL')
    await endOf(child)
    expect(isFree(folder)).toBe(true)
    // Where there are namespaces again, the data is still nobody's.
    const again = await start(folder)
    expect(await ask(again.url, 'SELECT 1')).toBe('1')
    again.child.kill('SIGTERM')
    await endOf(again.child)
  },
)

test.runIf(isRoot && canReach(process.cwd()))(
  'behavior: data that root made in a namespace is served as nobody where there is none any more',
  async () => {
    const parent = newTestDirectory()
    chmodSync(parent, 0o755)
    const folder = join(parent, 'demo')
    const first = await start(folder)
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    first.child.kill('SIGTERM')
    await endOf(first.child)
    const second = await start(folder, { env: withoutNamespaces() })
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe('7')
  },
)
