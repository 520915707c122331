import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBreaker } from './breaker.ts'

const read = { what: 'GET /x', isWrite: false }
const write = { what: 'POST /x', isWrite: true }

function arrange() {
  const clock = { ms: 0 }
  const breaker = createBreaker(() => clock.ms)
  const ask = (isGood: boolean, request = read): boolean => {
    try {
      breaker.enter(request)
    } catch {
      return false
    }
    breaker.leave(isGood)
    return true
  }
  const fail = () => {
    for (let n = 0; n < 4; n++) {
      ask(false)
      clock.ms += 200
    }
  }
  return { clock, breaker, ask, fail }
}

test('default: opens after failures in a row, tries one read, doubles, and closes on an answer', () => {
  const { clock, breaker, ask, fail } = arrange()
  fail()
  expect(breaker.state()).toBe('open')
  for (const openMs of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
    clock.ms += breaker.openForMs() - 1
    expect(ask(true)).toBe(false)
    clock.ms += 1
    expect(breaker.state()).toBe('half_open')
    expect(ask(true, write)).toBe(false)
    if (openMs === 2_000) expect(breaker.openings()).toBe(1)
    expect(ask(false)).toBe(true)
    expect(breaker.openForMs()).toBe(Math.min(openMs * 2, 60_000))
  }
  clock.ms += 60_000
  breaker.enter(read)
  expect(() => breaker.enter(read)).toThrow(expect.objectContaining({ retryAfterSeconds: 2 }))
  breaker.leave(true)
  expect(breaker.state()).toBe('closed')
  expect(ask(true, write)).toBe(true)
})

test('behavior: a moment of failures, or an answer among them, opens nothing', () => {
  const { breaker, ask, clock } = arrange()
  for (let n = 0; n < 50; n++) ask(false)
  expect(breaker.state()).toBe('closed')
  ask(true)
  clock.ms += 10_000
  for (let n = 0; n < 50; n++) ask(n % 4 === 3)
  expect(breaker.state()).toBe('closed')
})

test('behavior: a trial that was never sent, or never ends, keeps nobody out; a restart forgets nothing', () => {
  const { breaker, clock, fail, ask } = arrange()
  fail()
  clock.ms += 2_000
  breaker.enter(read)
  breaker.leave(null)
  breaker.enter(read)
  expect(ask(true)).toBe(false)
  clock.ms += 30_000
  breaker.enter(read)
  const next = createBreaker(() => clock.ms)
  next.resume(3, 5_000)
  expect([next.state(), next.openForMs()]).toEqual(['open', 5_000])
  next.resume(9, 50_000)
  expect(next.openForMs()).toBe(5_000)
})

test('behavior: nothing is hammered: whoever asks, a silent network hears little and an awake one is heard within a minute', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 50, maxLength: 400 })
  fc.assert(
    fc.property(pauses, (gaps) => {
      const { clock, breaker, ask, fail } = arrange()
      fail()
      const opened = clock.ms
      let asked = 0
      for (const gap of gaps) {
        clock.ms += gap
        if (ask(false)) asked += 1
      }
      const minutes = (clock.ms - opened) / 60_000
      expect(asked).toBeLessThanOrEqual(5 + minutes)
      expect(breaker.openForMs()).toBeLessThanOrEqual(60_000)
      clock.ms += 60_000
      expect(ask(true)).toBe(true)
      expect(breaker.state()).toBe('closed')
    }),
  )
})
