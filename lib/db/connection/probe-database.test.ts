import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../../scripts/lib/postgres/start-postgres.mjs'
import { newTestDirectory } from '../../../scripts/lib/test-directory.ts'
import { openDatabase } from './open-database.ts'
import { probeDatabase } from './probe-database.ts'
import { openTestDatabase } from './test-database.ts'

test('default: a database that can store has no trouble, and nothing of the probe stays in the session', async () => {
  const database = await openTestDatabase()
  onTestFinished(database.close)
  const setting = async () => (await database.executeSql('SHOW work_mem')).rows
  const before = await setting()
  expect(await probeDatabase(database)).toBe(null)
  expect(await setting()).toEqual(before)
})

test('behavior: a database that takes no changes is read-only', async () => {
  const database = await openTestDatabase()
  onTestFinished(database.close)
  const executeSql: typeof database.executeSql = (sql) =>
    database.executeSql(`SELECT set_config('transaction_read_only', 'on', true); ${sql}`)
  expect(await probeDatabase({ executeSql })).toBe('read_only')
})

const onDisk = (command: string, folder: string) =>
  spawnSync('sh', ['-c', `${command} "$1"`, 'sh', folder]).status === 0

/** A disk of its own, small enough to fill; null where this user may not mount one. */
function smallDisk(): string | null {
  const folder = join(newTestDirectory(), 'disk')
  mkdirSync(folder)
  if (!onDisk('mount -t tmpfs -o size=160m,mode=0700 tmpfs', folder)) return null
  onTestFinished(() => void onDisk('umount --lazy', folder))
  return folder
}

test('behavior: a full disk is noticed, and so is room on it', async (context) => {
  const folder = smallDisk()
  if (!folder) return context.skip('no disk can be mounted here')
  const server = await startPostgres(join(folder, 'desk'))
  const database = await openDatabase({ databaseUrl: server.url, databaseSocket: null })
  onTestFinished(async () => {
    await database.close()
    await server.stop()
  })
  expect(await probeDatabase(database)).toBe(null)
  const filler = join(folder, 'filler')
  writeFileSync(filler, '')
  expect(() => {
    for (;;) appendFileSync(filler, Buffer.alloc(4096, 1))
  }).toThrow('ENOSPC')
  expect(await probeDatabase(database)).toBe('disk_full')
  rmSync(filler)
  expect(await probeDatabase(database)).toBe(null)
})
