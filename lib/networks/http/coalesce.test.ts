import { expect, test } from 'vitest'
import { createCoalescer } from './coalesce.ts'

test('default: one run per key while in flight, shared by success and failure alike', async () => {
  const coalesce = createCoalescer()
  let runs = 0
  const gate = Promise.withResolvers<string>()
  const task = () => {
    runs++
    return gate.promise
  }
  const both = [coalesce('a', task), coalesce('a', task)]
  const other = coalesce('b', async () => 'other')
  gate.resolve('shared')
  expect(await Promise.all([...both, other])).toEqual(['shared', 'shared', 'other'])
  expect(runs).toBe(1)

  const failing = async () => {
    runs++
    throw new Error('down')
  }
  const outcomes = await Promise.allSettled([coalesce('a', failing), coalesce('a', failing)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(runs).toBe(2)
  expect(await coalesce('a', async () => 'fresh')).toBe('fresh')
})
