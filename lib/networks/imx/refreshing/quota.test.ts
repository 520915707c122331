import { expect, test } from 'vitest'
import { readQuota } from './quota.ts'

const resetsAt = Date.parse('2026-11-22T10:00:00Z')
const asked = Date.parse('2026-11-22T09:10:00Z')

function read(over: Record<string, string> = {}, receivedAt = asked) {
  const headers = new Headers({
    'x-imx-refreshes-limit': '20',
    'x-imx-remaining-refreshes': '19',
    'x-imx-refresh-limit-reset': String(resetsAt / 1_000),
    date: new Date(asked).toUTCString(),
    ...over,
  })
  return readQuota(headers, receivedAt)
}

test('default: the three headers, the reset in any of its forms', () => {
  const expected = { limit: 20, remaining: 19, resetsAt: '2026-11-22T10:00:00.000Z' }
  for (const reset of [String(resetsAt / 1_000), String(resetsAt), '2026-11-22T10:00:00Z']) {
    expect(read({ 'x-imx-refresh-limit-reset': reset })).toEqual(expected)
  }
})

test('behavior: the reset is turned to our clock, so that both count down the same minutes', () => {
  for (const ahead of [-7_200_000, -61_000, 3_000, 86_400_000]) {
    expect(read({}, asked + ahead)?.resetsAt).toBe(new Date(resetsAt + ahead).toISOString())
  }
  for (const coarse of [-1_500, 0, 999, 2_000]) {
    expect(read({}, asked + coarse)?.resetsAt).toBe(new Date(resetsAt).toISOString())
  }
  expect(read({ date: 'never' }, asked + 7_200_000)?.resetsAt).toBe(new Date(resetsAt).toISOString())
})

test.each(['0', '-5', 'soon', '1e300', ''])('error: a reset of %j says nothing', (reset) => {
  expect(read({ 'x-imx-refresh-limit-reset': reset })).toBeNull()
})
