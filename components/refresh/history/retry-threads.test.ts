import { expect, test } from 'vitest'
import { threadsOf } from './retry-threads.ts'

/** `number` is also the hour at which it was made. */
const refresh = (number: number, ...retried: number[]) => ({
  id: `r${number}`,
  createdAt: `2026-11-30T${String(number).padStart(2, '0')}:00:00.000Z`,
  retryOf: retried.map((one) => ({ id: `r${one}`, number: one })),
})
const draw = (refreshes: ReturnType<typeof refresh>[]) =>
  threadsOf(refreshes).map(({ rows }) =>
    rows.map((row) => `${'>'.repeat(row.depth)}${row.refresh.id}`).join(' '),
  )

test('default: a retry stands under what it retried, and its thread where the newest belongs', () => {
  expect(draw([refresh(4, 1), refresh(3), refresh(2), refresh(1)])).toEqual(['r1 >r4', 'r3', 'r2'])
  const [thread] = threadsOf([refresh(4, 1), refresh(1)])
  expect(thread?.newest.createdAt).toBe(refresh(4).createdAt)
})

test('default: retries of one stand in the order in which they were made, and a retry of a retry below it', () => {
  const all = [refresh(6, 5), refresh(5, 4), refresh(4, 2), refresh(3, 1), refresh(2, 1), refresh(1)]
  expect(draw(all)).toEqual(['r1 >r2 >>r4 >>r5 >>r6 >r3'])
})

test('behavior: a retry of several stands once, under the newest of those that are listed', () => {
  expect(draw([refresh(4, 1, 2, 3), refresh(2), refresh(1)])).toEqual(['r2 >r4', 'r1'])
})

test('boundary: a retry of what is on another page stands on its own', () => {
  expect(draw([refresh(9, 1), refresh(8)])).toEqual(['r9', 'r8'])
  expect(draw([])).toEqual([])
})

test('boundary: two that name each other are both listed', () => {
  expect(draw([refresh(2, 1), refresh(1, 2)])).toEqual(['r1 >r2'])
})
