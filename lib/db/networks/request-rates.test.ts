import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../connection/open-database.ts'
import { openTestDatabase } from '../connection/test-database.ts'
import { reserveStart } from './request-rates.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

const rate = { burst: 3, windowMs: 1_000 }
const clockMs = async () => {
  const { rows } = await database.executeSql(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
  )
  return Number(rows[0]?.ms)
}
const startsOf = async (network: string) =>
  (await database.prisma.requestRate.findUniqueOrThrow({ where: { network } })).starts

test('default: many who ask at once get starts of which no window holds more than the burst', async () => {
  const first = await clockMs()
  const waits = await Promise.all(
    Array.from({ length: 20 }, () => reserveStart(database.prisma, 'many', rate)),
  )
  const last = await clockMs()
  // By the database's clock each start lies between what is left of the wait now and the wait from the beginning.
  const sorted = waits.toSorted((a, b) => a - b)
  for (const [index, wait] of sorted.entries()) {
    const window = Math.floor(index / 3)
    expect(wait).toBeLessThanOrEqual(window * 1_000 + (last - first))
    expect(wait).toBeGreaterThanOrEqual(window * 1_000 - (last - first))
  }
  const starts = await startsOf('many')
  expect(starts).toHaveLength(3)
  expect(Math.max(...starts) - first).toBeGreaterThanOrEqual(6_000)
})

test('behavior: networks do not wait for each other; a quiet one is free at once', async () => {
  const slow = { burst: 3, windowMs: 100_000 }
  for (let n = 0; n < 3; n++) expect(await reserveStart(database.prisma, 'quiet', slow)).toBe(0)
  expect(await reserveStart(database.prisma, 'quiet', slow)).toBeGreaterThan(0)
  expect(await reserveStart(database.prisma, 'other', slow)).toBe(0)
  const long = Math.floor(await clockMs()) - 200_000
  await database.prisma.requestRate.update({
    where: { network: 'quiet' },
    data: { starts: [long, long, long] },
  })
  expect(await reserveStart(database.prisma, 'quiet', slow)).toBe(0)
})

test('behavior: starts far ahead come from a clock that was set back, and are forgotten', async () => {
  const ahead = (await clockMs()) + 3_600_000
  await database.prisma.requestRate.create({ data: { network: 'jumped', starts: [ahead, ahead, ahead] } })
  expect(await reserveStart(database.prisma, 'jumped', rate)).toBe(0)
  expect(await startsOf('jumped')).toHaveLength(1)
})
