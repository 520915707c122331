import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCollection } from './collections.ts'
import { createRefresh } from './create-refresh.ts'
import type { Database } from './open-database.ts'
import { openTestDatabase } from './test-database.ts'
import { transact } from './transact.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

test('behavior: numbers have no gaps, whoever asks at once and whatever is taken back', async () => {
  const facts = { name: 'Relics', description: null, imageUrl: null, projectId: 1, ownerAddress: null }
  const collection = {
    network: 'imx-local' as const,
    address: `0x${'1'.repeat(40)}` as const,
    ...facts,
    metadataApiUrl: null,
    seenAt: new Date().toISOString(),
  }
  const { id: collectionId } = await saveCollection(database.prisma, collection)
  const create = (isTakenBack: boolean) =>
    transact(database.prisma, async (tx) => {
      const { number } = await createRefresh(tx, {
        collectionId,
        network: 'imx-local',
        source: 'desk',
        memberId: null,
        note: null,
        idempotencyKey: null,
        requestHash: null,
        retryOf: [],
        tokens: { ids: ['1'], leaveOutRefreshing: false },
        batchSize: 1000,
        now: new Date(),
      })
      if (isTakenBack) throw new Error('taken back')
      return number
    })
  const takenBack = (_: unknown, index: number) => index % 3 === 0
  const made = await Promise.allSettled(Array.from({ length: 12 }, takenBack).map(create))
  const numbers = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
