import { expect, test } from 'vitest'
import { within } from './with-timeout.ts'

test('within: the value in time, the substitute for failures and for what takes too long', async () => {
  expect(await within(1_000, Promise.resolve(1), null)).toBe(1)
  expect(await within(1_000, Promise.reject(new Error('down')), null)).toBeNull()
  expect(await within(1, new Promise(() => {}), null)).toBeNull()
})
