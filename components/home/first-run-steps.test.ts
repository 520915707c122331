import { expect, test } from 'vitest'
import { firstRunSteps } from './first-run-steps.ts'

const submitted = { retryOf: [] }
const retried = { retryOf: [{ id: 'a', number: 1 }] }

test.each([
  ['operator', [], '1 of 3 done'],
  ['operator', [submitted], '2 of 3 done'],
  ['admin', [submitted, retried], '3 of 3 done'],
] as const)('default: of an %s who submitted %j it says %s', (role, own, words) => {
  expect(firstRunSteps({ role, own }).words).toBe(words)
})

test('behavior: a viewer is shown nothing that a viewer may not do', () => {
  const { steps, words } = firstRunSteps({ role: 'viewer', own: [] })
  expect(steps.map(({ step }) => step)).toEqual(['connect', 'look'])
  expect(words).not.toMatch(/\d/)
})
