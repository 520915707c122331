import { expect, test } from 'vitest'
import { refreshTitle, retryNote } from './refresh-title.ts'

test.each([
  [{ number: 142, note: 'Reveal', retryOf: [{ number: 7 }] }, 'Reveal'],
  [{ number: 142, note: null, retryOf: [{ number: 7 }, { number: 131 }] }, 'Retry of R-0007, R-0131'],
  [{ number: 142, note: null, retryOf: [] }, 'Refresh R-0142'],
  [{ number: 142, note: '', retryOf: [] }, 'Refresh R-0142'],
])('default: %j is called %s', (refresh, title) => {
  expect(refreshTitle(refresh)).toBe(title)
})

test('behavior: the retry of a retry is not called a retry twice', () => {
  expect(retryNote('Reveal')).toBe('Retry: Reveal')
  expect(retryNote('Retry: Reveal')).toBe('Retry: Reveal')
  expect(retryNote('x'.repeat(500))).toHaveLength(500)
  expect(retryNote(null)).toBeNull()
})
