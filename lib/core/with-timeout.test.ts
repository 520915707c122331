import { expect, test } from 'vitest'
import { withTimeout } from './with-timeout.ts'

test('within: the value in time, the substitute for failures and for what takes too long', async () => {
  expect(await withTimeout(1_000, Promise.resolve(1), null)).toBe(1)
  expect(await withTimeout(1_000, Promise.reject(new Error('down')), null)).toBeNull()
  expect(await withTimeout(1, new Promise(() => {}), null)).toBeNull()
})
