import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestDirectory } from '../test-directory.ts'
import { ask, endOf, isFree, isRoot, program, start } from './test-start.ts'

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

test('behavior: settings that somebody made for their own PostgreSQL do not reach it', async () => {
  const folder = newTestDirectory()
  const { stderr } = await start(folder, { env: { PGDATA: '/nowhere', PGPORT: '1', PGSSLMODE: 'require' } })
  expect(stderr).toBe('')
})
