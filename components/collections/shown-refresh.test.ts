import { expect, test } from 'vitest'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { helpOf } from '@/lib/domain/refreshes/needs/need.ts'
import { shownRefresh } from './shown-refresh.ts'

const owner = `0x${'a'.repeat(40)}` as const
const place = { network: 'imx', address: `0x${'1'.repeat(40)}` } as const
const card = { ...place, ownerAddress: owner, lastRefresh: null }
const operator = helpOf({ address: `0x${'b'.repeat(40)}`, role: 'operator' })
const viewer = helpOf({ address: `0x${'c'.repeat(40)}`, role: 'viewer' })

/** Only what decides. */
function refresh(number: number, change: Partial<RefreshSummary> = {}): RefreshSummary {
  const createdAt = `2026-11-30T10:${String(number).padStart(2, '0')}:00.000Z`
  const collection = { ...place, ownerAddress: owner }
  const made = { id: `r${number}`, number, state: 'succeeded', needs: [], createdAt, collection, ...change }
  return made as unknown as RefreshSummary
}

test('default: the latest refresh, or none', () => {
  expect(shownRefresh(card, [], operator)).toBeNull()
  expect(shownRefresh({ ...card, lastRefresh: refresh(3) }, [], operator)?.id).toBe('r3')
  expect(shownRefresh({ ...card, lastRefresh: refresh(3) }, [refresh(4)], operator)?.id).toBe('r4')
  expect(shownRefresh({ ...card, lastRefresh: refresh(5) }, [refresh(4)], operator)?.id).toBe('r5')
})

test('behavior: what is live goes before what the card remembers of the same refresh', () => {
  const kept = refresh(3, { state: 'running' })
  expect(shownRefresh({ ...card, lastRefresh: kept }, [refresh(3)], operator)?.state).toBe('succeeded')
})

test('behavior: one that runs goes before one that is finished', () => {
  const current = [refresh(5), refresh(4, { state: 'running' })]
  expect(shownRefresh({ ...card, lastRefresh: refresh(5) }, current, operator)?.id).toBe('r4')
})

test('behavior: one that needs this member goes before all, and others do not count as theirs', () => {
  const current = [
    refresh(5, { state: 'running' }),
    refresh(2, { state: 'waiting_authority', needs: ['signature'] }),
  ]
  const asOwner = helpOf({ address: owner, role: 'viewer' })
  expect(shownRefresh(card, current, asOwner)).toMatchObject({ id: 'r2', needsYou: true })
  expect(shownRefresh(card, current, viewer)).toMatchObject({ id: 'r5', needsYou: false })
  const held = [refresh(1, { state: 'paused', needs: ['resume'] })]
  expect(shownRefresh(card, held, operator)?.needsYou).toBe(true)
  expect(shownRefresh(card, held, viewer)?.needsYou).toBe(false)
})

test('boundary: refreshes of another collection, or of the same address on another network, do not count', () => {
  const other = { ...place, network: 'imx-sandbox' as const, ownerAddress: owner }
  const elsewhere = refresh(4, { collection: other as RefreshSummary['collection'] })
  expect(shownRefresh(card, [elsewhere], operator)).toBeNull()
})
