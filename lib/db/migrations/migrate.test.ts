import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { initialiseMode } from '../connection/mode.ts'
import type { Database } from '../connection/open-database.ts'
import { createTestDatabase, openTestDatabase } from '../connection/test-database.ts'
import { diffToSchema } from './diff-to-schema.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './read-migrations.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

function withScript(index: number, script: string, path?: string) {
  const migrations = readMigrations()
  const last = migrations.migrationDirectories.length
  migrations.migrationDirectories.splice(index === -1 ? last : index, index === -1 ? 0 : 1, {
    path: path ?? migrations.migrationDirectories[index]?.path ?? '',
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
  })
  return migrations
}

test('behavior: a second run applies nothing and keeps the rows', async () => {
  await initialiseMode(database.prisma, 'demo')
  expect(await migrate(database)).toEqual([])
  expect(await database.prisma.installation.count()).toBe(1)
})

test('behavior: instances that start at once take turns', async () => {
  const applied = await Promise.all([migrate(database), migrate(database), migrate(database)])
  expect(applied).toEqual([[], [], []])
})

test('behavior: the migrations make the schema, so that nothing is left to write', async () => {
  const { url, drop } = await createTestDatabase('template0')
  onTestFinished(drop)
  expect(await diffToSchema(url)).toBeNull()
})

test('error: an edited migration is refused by name', async () => {
  const edited = withScript(0, 'CREATE TABLE "Other" ("id" INTEGER)')
  await expect(migrate(database, edited)).rejects.toThrow(
    /^The database cannot be used: its migration \d+_init changed/,
  )
})

test('error: a migration that the folder does not know is refused', async () => {
  const fewer = readMigrations()
  fewer.migrationDirectories.pop()
  await expect(migrate(database, fewer)).rejects.toThrow(/is unknown to this version/)
})

test('behavior: a migration that failed, or was cut off, is tried again at the next start', async () => {
  const driver = await openTestDatabase()
  onTestFinished(driver.close)
  const name = '20990101000000_later'
  const broken = withScript(-1, 'CREATE TABLE "Half" ("id" INTEGER); SELECT nonsense', name)
  const refusal = /^The database could not be migrated: .*20990101000000_later/
  await expect(migrate(driver, broken)).rejects.toThrow(refusal)
  await expect(migrate(driver, broken)).rejects.toThrow(refusal)
  const mended = withScript(-1, 'CREATE TABLE "Half" ("id" INTEGER)', name)
  expect(await migrate(driver, mended)).toEqual([name])
  expect(await migrate(driver, mended)).toEqual([])
})

test('error: a database of the other mode is refused', async () => {
  await expect(initialiseMode(database.prisma, 'real')).rejects.toThrow(/belongs to demo mode/)
  await initialiseMode(database.prisma, 'demo')
})

test('behavior: several statements without values answer with every row, as pg-boss expects', async () => {
  const { rows } = await database.executeSql('SELECT 1 AS one; SELECT 2 AS one')
  expect(rows).toEqual([{ one: 1 }, { one: 2 }])
  expect((await database.executeSql('SELECT $1::int AS one', [3])).rows).toEqual([{ one: 3 }])
})
