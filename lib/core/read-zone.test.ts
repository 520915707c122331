import { expect, test } from 'vitest'
import { readZone } from './read-zone.ts'

test('error: a text that names no zone is none', () => {
  expect([readZone('europe/berlin'), readZone('Mars/Olympus'), readZone('')]).toEqual([
    'Europe/Berlin',
    null,
    null,
  ])
})

test('error: nonsense names no zone, and a zone names itself', () => {
  expect(readZone('Europe/Berlin')).toBe('Europe/Berlin')
  expect(['', 'Nowhere/Land', "UTC'; --"].map(readZone)).toEqual([null, null, null])
})
