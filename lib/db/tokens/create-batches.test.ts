import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { createTestRefresh } from '../refreshes/test-refresh.ts'
import { createBatches, fromIds } from './create-batches.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const newCollection = () =>
  database.prisma.collection.create({
    data: { network: 'imx', address: crypto.randomUUID(), name: 'Relics', quotaKey: '7', seenAt: new Date() },
  })

const create = (collectionId: string, ids: string[], batchSize: number, leaveOutRefreshing = false) =>
  createTestRefresh(database.prisma, { collectionId, ids, batchSize, leaveOutRefreshing })

const listBatches = (refreshId: string) =>
  database.prisma.batch.findMany({
    where: { refreshId },
    orderBy: { position: 'asc' },
    include: { tokens: { orderBy: { position: 'asc' } } },
  })

test('behavior: batches hold every token once, in order, and none is larger than allowed', async () => {
  const { id: collectionId } = await newCollection()
  const list = fc.uniqueArray(fc.nat(5_000).map(String), { minLength: 1, maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(list, list, fc.integer({ min: 1, max: 50 }), async (ids, more, batchSize) => {
      const refresh = await create(collectionId, ids, batchSize)
      expect(refresh.tokens).toBe(ids.length)
      const added = more.filter((id) => !ids.includes(id))
      const source = fromIds(added)
      const frozen = {
        refreshId: refresh.id,
        collectionId,
        network: 'imx',
        source,
        batchSize,
        leaveOutRefreshing: false,
      }
      if (added.length > 0) expect(await createBatches(database.prisma, frozen)).toBe(added.length)
      const batches = await listBatches(refresh.id)
      expect(batches.flatMap(({ tokens }) => tokens.map(({ tokenId }) => tokenId))).toEqual([
        ...ids,
        ...added,
      ])
      expect(batches.flatMap(({ tokens }) => tokens.map(({ position }) => position))).toEqual(
        [...ids, ...added].map((_, index) => index + 1),
      )
      expect(batches.map(({ position }) => position)).toEqual(batches.map((_, index) => index + 1))
      const sizes = batches.map(({ tokenCount }) => tokenCount)
      expect(sizes).toEqual(batches.map(({ tokens }) => tokens.length))
      expect(Math.max(...sizes)).toBeLessThanOrEqual(batchSize)
      expect(sizes.length).toBe(Math.ceil(ids.length / batchSize) + Math.ceil(added.length / batchSize))
    }),
    { numRuns: 30 },
  )
})

test('behavior: tokens of batches that have not ended can be left out, those of ended ones not', async () => {
  const { id: collectionId } = await newCollection()
  const first = await create(collectionId, ['1', '2', '3', '4'], 2)
  const [done] = await listBatches(first.id)
  await database.prisma.batch.update({ where: { id: done?.id ?? '' }, data: { state: 'finished' } })
  const second = await create(collectionId, ['1', '2', '3', '4', '5'], 2, true)
  const [batches] = [await listBatches(second.id)]
  expect(batches.map(({ tokens }) => tokens.map(({ tokenId }) => tokenId))).toEqual([['1', '2'], ['5']])
  expect(second.tokens).toBe(3)
})
