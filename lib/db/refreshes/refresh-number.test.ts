import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCollection } from '../collections/collections.ts'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { transact } from '../connection/transact.ts'
import { createTestRefresh, newTestCollection } from './test-refresh.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

test('behavior: numbers have no gaps, whoever asks at once and whatever is taken back', async () => {
  const { id: collectionId } = await saveCollection(database.prisma, newTestCollection())
  const create = (isTakenBack: boolean) =>
    transact(database.prisma, async (tx) => {
      const { number } = await createTestRefresh(tx, { collectionId, ids: ['1'] })
      if (isTakenBack) throw new Error('taken back')
      return number
    })
  const takenBack = (_: unknown, index: number) => index % 3 === 0
  const made = await Promise.allSettled(Array.from({ length: 12 }, takenBack).map(create))
  const numbers = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
