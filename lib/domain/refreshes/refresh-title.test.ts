import { expect, test } from 'vitest'
import { refreshTabTitle, refreshTitle, retryNote } from './refresh-title.ts'

const plain = { note: null, retryOf: [], progress: { total: 48 }, collection: { name: 'Kestrel Relics' } }

test.each([
  [{ ...plain, note: 'Reveal', retryOf: [{ number: 7 }] }, 'Reveal'],
  [{ ...plain, retryOf: [{ number: 7 }, { number: 131 }] }, 'Retry of R-0007, R-0131'],
  [plain, '48 tokens of Kestrel Relics'],
  [{ ...plain, note: '', progress: { total: 1 } }, '1 token of Kestrel Relics'],
  [{ ...plain, progress: { total: 12_000 } }, '12,000 tokens of Kestrel Relics'],
  [{ ...plain, progress: { total: 0 } }, 'Tokens of Kestrel Relics'],
])('default: %j is called %s', (refresh, title) => {
  expect(refreshTitle(refresh)).toBe(title)
})

test('default: a tab is called by number and title', () => {
  expect(refreshTabTitle({ ...plain, number: 142, note: 'Reveal wave 3' })).toBe('R-0142 Reveal wave 3')
})

test('behavior: the retry of a retry is not called a retry twice', () => {
  expect(retryNote('Reveal')).toBe('Retry: Reveal')
  expect(retryNote('Retry: Reveal')).toBe('Retry: Reveal')
  expect(retryNote('x'.repeat(500))).toHaveLength(500)
  expect(retryNote(null)).toBeNull()
})
