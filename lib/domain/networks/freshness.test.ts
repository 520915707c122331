import { expect, test } from 'vitest'
import { freshnessOf, freshnessOfAll, type Hearing, isOld } from './freshness.ts'
import type { NetworkState } from './network-card.ts'

const ANSWERED = '2026-11-30T13:40:00.000Z'
const HEARD = '2026-11-30T13:42:14.000Z'
const hearings: Hearing[] = ['opening', 'live', 'polling', 'lost']
const at = (state: NetworkState, lastGoodAt: string | null = ANSWERED) => ({ state, lastGoodAt })

// Each row: what the network does, then what the page is by how it hears the desk.
test.each<[NetworkState, Record<Hearing, string>]>([
  ['answers', { opening: 'opening', live: 'live', polling: 'polling', lost: 'lost' }],
  ['read_only', { opening: 'opening', live: 'live', polling: 'polling', lost: 'lost' }],
  ['unknown', { opening: 'opening', live: 'live', polling: 'polling', lost: 'lost' }],
  ['off', { opening: 'opening', live: 'live', polling: 'polling', lost: 'lost' }],
  ['unreachable', { opening: 'silent', live: 'silent', polling: 'silent', lost: 'silent' }],
  ['retired', { opening: 'closed', live: 'closed', polling: 'closed', lost: 'closed' }],
])('default: a network that %s, by how the desk is heard', (state, kinds) => {
  const told = hearings.map((hearing) => [hearing, freshnessOf(at(state), hearing, HEARD).kind])
  expect(Object.fromEntries(told)).toEqual(kinds)
})

test('behavior: what is shown is as old as the answer it came from', () => {
  expect(freshnessOf(at('answers'), 'live', HEARD).asOf).toBe(ANSWERED)
  expect(freshnessOf(at('unreachable'), 'live', HEARD).asOf).toBe(ANSWERED)
  expect(freshnessOf(at('answers'), 'lost', HEARD).asOf).toBe(HEARD)
  expect(freshnessOf(at('answers'), 'polling', HEARD).asOf).toBe(HEARD)
})

test('boundary: before the network has ever answered nothing is made up', () => {
  expect(freshnessOf(at('unreachable', null), 'live', HEARD).asOf).toBeNull()
  expect(freshnessOf(at('unknown', null), 'live', HEARD).asOf).toBe(HEARD)
  expect(freshnessOf(null, 'live', HEARD)).toEqual({ kind: 'live', asOf: HEARD, isHeard: true })
})

test('behavior: a silence is counted on only as long as the desk is heard', () => {
  const isHeard = hearings.map((hearing) => freshnessOf(at('unreachable'), hearing, HEARD).isHeard)
  expect(isHeard).toEqual([true, true, true, false])
})

test('behavior: nothing that stands still is called live', () => {
  const states: NetworkState[] = ['answers', 'unreachable', 'read_only', 'retired', 'off', 'unknown']
  for (const state of states)
    for (const hearing of hearings) {
      const freshness = freshnessOf(at(state), hearing, HEARD)
      expect(freshness.kind === 'live' && isOld(freshness)).toBe(false)
    }
})

test('behavior: a page about several networks is as fresh as the one that is silent longest', () => {
  const older = '2026-11-30T12:00:00.000Z'
  const networks = [at('answers', HEARD), at('unreachable'), at('unreachable', older)]
  expect(freshnessOfAll(networks, 'live', HEARD)).toEqual({ kind: 'silent', asOf: older, isHeard: true })
  expect(freshnessOfAll([at('answers')], 'live', HEARD).kind).toBe('live')
  expect(freshnessOfAll([at('answers'), at('retired')], 'live', HEARD).kind).toBe('live')
})
