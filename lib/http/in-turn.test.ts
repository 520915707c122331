import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, resolve, reject }
}

test('default: the work of one caller runs in order, one at a time, and another caller waits for none of it', async () => {
  const first = held()
  const order: string[] = []
  const step = (name: string, until?: Promise<void>) => async () => {
    order.push(name)
    await until
    return name
  }
  const one = inTurn('a', step('a1', first.promise))
  const two = inTurn('a', step('a2'))
  expect(await inTurn('b', step('b1'))).toBe('b1')
  expect(order).toEqual(['a1', 'b1'])
  first.resolve()
  expect(await Promise.all([one, two])).toEqual(['a1', 'a2'])
  expect(order).toEqual(['a1', 'b1', 'a2'])
})

test('error: who sends more than may wait is told to come again, and a failure holds up nobody', async () => {
  const first = held()
  const failing = inTurn('a', () => first.promise)
  const waiting = Array.from({ length: 7 }, (_, index) => inTurn('a', async () => index))
  await expect(inTurn('a', async () => 8)).rejects.toMatchObject({
    code: 'rate_limited',
    meta: { retryAfterSeconds: 1 },
  })
  first.reject(new Error('gone'))
  await expect(failing).rejects.toThrow('gone')
  expect(await Promise.all(waiting)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(await inTurn('a', async () => 'again')).toBe('again')
})
