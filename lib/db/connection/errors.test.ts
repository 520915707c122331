import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAppError } from '../../core/app-error.ts'
import { saveMember, updateMember } from '../team/members.ts'
import { toAppError } from './errors.ts'
import type { Database } from './open-database.ts'
import { openTestDatabase } from './test-database.ts'

const address = '0x90f79bf6eb2c4f870365e785982e1f101e93b906'
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await saveMember(database.prisma, { address, role: 'viewer', now: new Date() })
})
afterAll(() => database.close())

test('behavior: a duplicate is a conflict', async () => {
  const error = await database.prisma.member.create({ data: { address } }).catch(toAppError)
  expect(error).toMatchObject({ name: 'AppError', code: 'conflict' })
})

test('behavior: changing what is gone is not_found', async () => {
  const error = await updateMember(database.prisma, crypto.randomUUID(), { name: 'Ada' }).catch(toAppError)
  expect(error).toMatchObject({ name: 'AppError', code: 'not_found' })
})

/** PostgreSQL itself raises it, and Prisma wraps it in one of three ways. */
function raise(state: string): Promise<unknown[]> {
  const sql = `DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`
  const asked = [
    database.executeSql(sql),
    database.prisma.$executeRawUnsafe(sql),
    database.prisma.$transaction((tx) => tx.$queryRawUnsafe(sql)),
  ]
  return Promise.all(asked.map((one: Promise<unknown>) => one.catch(toAppError)))
}

test.each([
  ['53100', 'disk_full', /disk .* is full/],
  ['25006', 'read_only', /read-only/],
  ['53300', 'no_connections', /no free connection/],
  ['53200', 'busy', /too busy/],
  ['57P01', 'unreachable', /cannot be reached/],
  ['57P03', 'unreachable', /cannot be reached/],
  ['08006', 'unreachable', /cannot be reached/],
  ['58030', 'unreachable', /cannot be reached/],
])('behavior: %s means that the database is %s, whichever way it was asked', async (state, reason, words) => {
  for (const error of await raise(state)) {
    expect(error).toMatchObject({ code: 'database_unavailable', meta: { reason } })
    expect(isAppError(error) && error.message).toMatch(words)
  }
})

test.each(['23514', '22012', '57014', '40001'])(
  'behavior: %s is a mistake of a query, not of the database',
  async (state) => {
    for (const error of await raise(state)) expect(isAppError(error)).toBe(false)
  },
)

test('behavior: everything else passes through', () => {
  const missing = Object.assign(new Error('open ENOENT'), { code: 'ENOENT', syscall: 'open' })
  for (const error of [new Error('The disk is full'), missing, 'a text'])
    expect(toAppError(error)).toBe(error)
})
