import { expect, onTestFinished, test, vi } from 'vitest'
import { sharedTtlCache } from '../core/ttl-cache.ts'
import { type Database, setDatabase } from '../db/connection/open-database.ts'
import { openTestDatabase } from '../db/connection/test-database.ts'
import { checkReadiness, setReadinessChecks } from './readiness.ts'

const all = { serving: true, database: true, storage: true, migrations: true, jobs: true }

/** A database that fails, or hangs, instead of answering; what was found out before is forgotten. */
function openOn(database: Database, executeSql: Database['executeSql'] = database.executeSql) {
  sharedTtlCache('readiness', { ttlMs: 250, max: 1 }).forget()
  setDatabase({ ...database, executeSql })
}

const failing = (code: string) => () =>
  Promise.reject(Object.assign(new Error('private words'), { code, severity: 'ERROR' }))

test('default: it says what is wrong, in words for people', async () => {
  expect(await checkReadiness()).toMatchObject({ migrations: false, problem: 'This instance is starting.' })
  const database = await openTestDatabase()
  onTestFinished(database.close)
  const checks = { areJobsRunning: () => true, isStopping: () => false }
  setReadinessChecks(checks)
  openOn(database)
  expect(await checkReadiness()).toEqual({ ...all, problem: null })
  for (const [code, part, problem] of [
    ['57P01', 'database', /cannot be reached/],
    ['53300', 'database', /no free connection/],
    ['53100', 'storage', /disk of the database is full/],
    ['25006', 'storage', /read-only/],
  ] as const) {
    openOn(database, failing(code))
    const found = await checkReadiness()
    expect(found).toMatchObject({ [part]: false, database: part !== 'database' })
    expect(found.problem).toMatch(problem)
  }
  openOn(database)
  setReadinessChecks({ ...checks, areJobsRunning: () => false })
  expect(await checkReadiness()).toEqual({
    ...all,
    jobs: false,
    problem: expect.stringContaining('background'),
  })
  setReadinessChecks({ ...checks, isStopping: () => true })
  expect(await checkReadiness()).toEqual({ ...all, serving: false, problem: 'This instance is stopping.' })
})

test('behavior: a database that hangs is not waited for, and many who ask cost one question', async () => {
  const database = await openTestDatabase()
  onTestFinished(database.close)
  setReadinessChecks({ areJobsRunning: () => true, isStopping: () => false })
  let asked = 0
  openOn(database, () => {
    asked += 1
    return new Promise(() => {})
  })
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const answers = Promise.all(Array.from({ length: 20 }, checkReadiness))
  await vi.advanceTimersByTimeAsync(2_000)
  for (const { database } of await answers) expect(database).toBe(false)
  expect(asked).toBe(1)
})
