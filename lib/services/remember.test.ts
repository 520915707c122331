import { expect, test } from 'vitest'
import { createMemory } from './remember.ts'
import { within } from './within.ts'

const at = (ms: number) => new Date(ms)

test('remember: keeps a value for its time, forgets failures, and drops the oldest key', async () => {
  const remember = createMemory<number>(1_000, 2)
  let made = 0
  const make = async () => ++made
  expect(await remember('a', at(0), make)).toBe(1)
  expect(await remember('a', at(999), make)).toBe(1)
  expect(await remember('a', at(1_000), make)).toBe(2)
  await expect(remember('b', at(0), () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await remember('b', at(0), make)).toBe(3)
  await remember('c', at(0), make)
  expect(await remember('a', at(1_000), make)).toBe(5)
})

test('within: the value in time, the substitute for failures and for what takes too long', async () => {
  expect(await within(1_000, Promise.resolve(1), null)).toBe(1)
  expect(await within(1_000, Promise.reject(new Error('down')), null)).toBeNull()
  expect(await within(1, new Promise(() => {}), null)).toBeNull()
})
