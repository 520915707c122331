import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderForSending } from '../batches/order-for-sending.ts'
import { readCursor, writeCursor } from './cursor/cursor.ts'
import { RefreshCursor } from './cursor/cursor-schema.ts'
import { parseRefreshKey } from './refresh-key.ts'

test('default: a refresh is named by id or number', () => {
  const id = '61b63edb-92b6-47e5-ba63-b8779b776869'
  expect(parseRefreshKey(id)).toEqual({ id })
  for (const text of ['R-0142', 'r-142', '142', '000142'])
    expect(parseRefreshKey(text)).toEqual({ number: 142 })
  for (const text of ['', 'R-', 'R-0', '-1', '1e3', '9999999999', `${id}x`])
    expect(parseRefreshKey(text)).toBeNull()
})

test('behavior: a cursor reads back, and any text is safe to read', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.nat(), fc.string({ unit: 'binary' }), (number, ms, text) => {
      const before = [new Date(ms * 1_000).toISOString(), number]
      expect(readCursor(writeCursor({ before }), RefreshCursor)).toEqual({ before })
      expect(() => readCursor(text, RefreshCursor)).not.toThrow()
    }),
  )
})

const batches = fc.array(
  fc.record({
    refreshId: fc.constantFrom('a', 'b', 'c'),
    refreshNumber: fc.nat(3),
    position: fc.nat(50),
    wait: fc.constantFrom(null, 'quota' as const, 'authority' as const, 'backoff' as const),
    notBefore: fc.constantFrom(null, new Date(1_000), new Date(3_000)),
  }),
)

test('behavior: nothing is sent before its time or without a signature, and the smallest refresh goes first', () => {
  fc.assert(
    fc.property(batches, (planned) => {
      const ordered = orderForSending(planned, new Date(2_000))
      const unsent = (id: string) => planned.filter(({ refreshId }) => refreshId === id).length
      for (const [index, batch] of ordered.entries()) {
        expect(batch.wait).not.toBe('authority')
        expect(batch.notBefore?.getTime() ?? 0).toBeLessThanOrEqual(2_000)
        const next = ordered[index + 1]
        if (next) expect(unsent(batch.refreshId)).toBeLessThanOrEqual(unsent(next.refreshId))
      }
      const sendable = planned.filter(
        (one) => one.wait !== 'authority' && (one.notBefore?.getTime() ?? 0) <= 2_000,
      )
      expect(new Set(ordered)).toEqual(new Set(sendable))
    }),
  )
})
