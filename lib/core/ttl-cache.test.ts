import { expect, test } from 'vitest'
import { createTtlCache } from './ttl-cache.ts'

test('default: keeps a value for its time, forgets failures, and drops the oldest key', async () => {
  const cache = createTtlCache<number>({ ttlMs: 1_000, max: 2 })
  let made = 0
  const make = async () => ++made
  expect(await cache.getOrLoad('a', 0, make)).toBe(1)
  expect(await cache.getOrLoad('a', 999, make)).toBe(1)
  expect(await cache.getOrLoad('a', 1_000, make)).toBe(2)
  await expect(cache.getOrLoad('b', 0, () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await cache.getOrLoad('b', 0, make)).toBe(3)
  await cache.getOrLoad('c', 0, make)
  expect(await cache.getOrLoad('a', 1_000, make)).toBe(5)
  cache.forget()
  expect(await cache.getOrLoad('a', 1_000, make)).toBe(6)
})

test('behavior: a clock that was set back makes nothing last longer', async () => {
  const cache = createTtlCache<number>({ ttlMs: 1_000, max: 2 })
  expect(await cache.getOrLoad('a', 3_600_000, async () => 1)).toBe(1)
  expect(await cache.getOrLoad('a', 0, async () => 2)).toBe(2)
  expect(await cache.getOrLoad('a', 999, async () => 3)).toBe(2)
})

test('behavior: a failure that comes late does not take back what was found out since', async () => {
  const cache = createTtlCache<number>({ ttlMs: 1_000, max: 2 })
  const late = Promise.withResolvers<number>()
  const failing = cache.getOrLoad('a', 0, () => late.promise)
  expect(await cache.getOrLoad('a', 1_000, async () => 1)).toBe(1)
  late.reject(new Error('down'))
  await expect(failing).rejects.toThrow('down')
  expect(await cache.getOrLoad('a', 1_000, async () => 2)).toBe(1)
})

test('behavior: what is kept is found once it is there, for its time, and nothing is made for it', async () => {
  const cache = createTtlCache<number>({ ttlMs: 1_000, max: 2 })
  const late = Promise.withResolvers<number>()
  const asked = cache.getOrLoad('a', 0, () => late.promise)
  expect([cache.find('a', 0), cache.find('b', 0)]).toEqual([undefined, undefined])
  late.resolve(1)
  await asked
  expect([cache.find('a', 999), cache.find('a', 1_000)]).toEqual([1, undefined])
})
