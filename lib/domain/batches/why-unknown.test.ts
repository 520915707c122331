import { expect, test } from 'vitest'
import { whyUnknown } from './why-unknown.ts'

const clear = { total: 20, succeeded: 18, failed: 2, named: 2, foreign: 0, unreadable: 0, isWhole: true }

test('default: nothing is said of a batch whose tokens all have an outcome', () => {
  expect(whyUnknown(clear)).toBeNull()
})

test('default: each thing that is missing or odd is one sentence', () => {
  expect(whyUnknown({ ...clear, succeeded: 1, failed: 0, named: 0 })).toBe(
    'The network doesn’t report the outcome of 19 of 20 tokens.',
  )
  expect(whyUnknown({ ...clear, named: 1, foreign: 1 })).toBe(
    'The network counts 2 tokens as failed but lists only 1 of them, so it is unknown which tokens failed. It lists 1 failure of a token outside this batch, which does not count.',
  )
  expect(whyUnknown({ ...clear, foreign: 3 })).toBe(
    'The network lists 3 failures of tokens outside this batch, which do not count.',
  )
  expect(whyUnknown({ ...clear, unreadable: 1 })).toBe(
    'The network lists 1 failure without a token id, which is left out.',
  )
  expect(whyUnknown({ ...clear, named: 1, unreadable: 4, isWhole: false })).toBe(
    'The network counts 2 tokens as failed but lists only 1 of them, so it is unknown which tokens failed. It lists 4 failures without a token id, which are left out. Its list of failures couldn’t be read in full.',
  )
  expect(whyUnknown({ ...clear, isWhole: false })).toBe(
    'The network’s list of failures couldn’t be read in full.',
  )
})
