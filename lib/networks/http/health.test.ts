import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { judge, type NetworkHealth, watchHealth } from './health.ts'
import { UpstreamError, type UpstreamErrorKind } from './upstream-error.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const good: Exchange = { path: '/imx/v1/assets', isWrite: false, latencyMs: 3, error: null }
const bad = (kind: UpstreamErrorKind, httpStatus: number | null, over: Partial<Exchange> = {}): Exchange => ({
  ...good,
  ...over,
  error: new UpstreamError('failed', { kind, httpStatus, isWritten: true }),
})
const write = { path: '/imx/v1/metadata-refreshes', isWrite: true }

function after(...exchanges: Exchange[]) {
  const watch = watchHealth({ now: () => now, monotonic: () => now, sleep: async () => {} })
  for (const exchange of exchanges) watch.record(exchange)
  return watch.read()
}

test('default: unknown before the first answer, then what the last answer says', () => {
  expect(after()).toEqual({ state: 'unknown', latencyMs: null, lastGoodAt: null, checkedAt: null })
  expect(after(good)).toEqual({
    state: 'answers',
    latencyMs: 3,
    lastGoodAt: '2026-11-22T10:00:00.000Z',
    checkedAt: now,
  })
  expect(after(good, bad('network', null))).toMatchObject({
    state: 'unreachable',
    lastGoodAt: '2026-11-22T10:00:00.000Z',
  })
  expect(after(bad('server', 503), good)).toMatchObject({ state: 'answers' })
})

test.each<[UpstreamErrorKind, number, string, string]>([
  ['not_found', 404, '/v1/assets/0xabc/1', 'answers'],
  ['not_found', 404, '/v1/collections', 'retired'],
  ['bad_request', 400, '/v1/assets', 'answers'],
  ['bad_request', 301, '/v1/assets', 'retired'],
  ['rate_limited', 429, '/v1/assets', 'answers'],
  ['forbidden', 403, '/v1/metadata-refreshes/x', 'answers'],
  ['invalid_response', 410, '/v1/assets', 'retired'],
  ['invalid_response', 410, '/v1/metadata-refreshes', 'answers'],
  ['server', 500, '/v1/assets', 'unreachable'],
  ['server', 503, '/v1/metadata-refreshes/x', 'unreachable'],
])('behavior: %s %i on %s means it is %s', (kind, status, path, state) => {
  expect(after(bad(kind, status, { path })).state).toBe(state)
})

test.each<[UpstreamErrorKind, number, string]>([
  ['invalid_response', 200, '/v1/assets'],
  ['invalid_response', 200, '/v1/metadata-refreshes/x'],
  ['invalid_response', 410, '/v1/assets/0xabc/1'],
  ['too_large', 200, '/v1/metadata-refreshes/x/errors'],
  ['server', 500, '/v1/metadata-refreshes/x'],
  ['bad_request', 302, '/v1/metadata-refreshes/x'],
])('behavior: an answer %s %i on %s says nothing of the network', (kind, status, path) => {
  expect(judge(bad(kind, status, { path }))).toBe('nothing')
  expect(after(bad(kind, status, { path })).state).toBe('unknown')
  expect(after(good, bad(kind, status, { path }))).toEqual(after(good))
  expect(after(bad('network', null), bad(kind, status, { path })).state).toBe('unreachable')
})

test('behavior: refused writes make it read-only until one is taken', () => {
  const closed = bad('invalid_response', 410, write)
  expect(after(good, closed).state).toBe('read_only')
  expect(after(closed, good).state).toBe('read_only')
  expect(after(closed, good, { ...good, ...write }).state).toBe('answers')
})

test('behavior: what somebody else saw later is taken over, and only that', () => {
  const watch = watchHealth({ now: () => now, monotonic: () => now, sleep: async () => {} })
  const seen = (state: NetworkHealth['state'], checkedAt: number): NetworkHealth => ({
    state,
    latencyMs: 5,
    lastGoodAt: '2026-11-22T09:00:00.000Z',
    checkedAt,
  })
  watch.adopt(seen('read_only', now - 60_000))
  expect(watch.read()).toMatchObject({ state: 'read_only', lastGoodAt: '2026-11-22T09:00:00.000Z' })
  watch.record(good)
  expect(watch.read().state).toBe('read_only')
  watch.adopt(seen('retired', now - 1))
  expect(watch.read().state).toBe('read_only')
  watch.adopt(seen('unreachable', now + 1))
  expect(watch.read()).toMatchObject({ state: 'unreachable', lastGoodAt: '2026-11-22T10:00:00.000Z' })
  watch.adopt(seen('answers', now + 2))
  watch.record(good)
  expect(watch.read().state).toBe('answers')
})
