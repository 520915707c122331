import { afterAll, beforeAll, expect, test } from 'vitest'
import { toAppError } from './errors.ts'
import { saveMember, updateMember } from './members.ts'
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

test('behavior: everything else passes through', () => {
  const error = new Error('The disk is full')
  expect(toAppError(error)).toBe(error)
})
