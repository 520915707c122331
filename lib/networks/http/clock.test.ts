import { expect, test } from 'vitest'
import { createUptimeClock } from './clock.ts'

function arrange() {
  const time = { uptime: 50_000, own: 0 }
  let asked = 0
  const clock = createUptimeClock(
    () => {
      asked += 1
      return Math.floor(time.uptime / 10) * 10
    },
    () => time.own,
  )
  const pass = (ms: number) => {
    time.own += ms
    time.uptime += ms
  }
  return { clock, pass, sleep: (ms: number) => (time.uptime += ms), asked: () => asked }
}

test('default: it only ever grows, as fast as time passes, and seldom asks', () => {
  const { clock, pass, asked } = arrange()
  const started = clock()
  let last = started
  for (let at = 0; at < 10_000; at++) {
    pass(0.7)
    expect(clock()).toBeGreaterThanOrEqual(last + 0.69)
    last = clock()
  }
  expect(last - started).toBeGreaterThan(6_999)
  expect(last - started).toBeLessThan(7_011)
  expect(asked()).toBeLessThan(360)
})

test('behavior: it goes on while the machine sleeps', () => {
  const { clock, pass, sleep } = arrange()
  const started = clock()
  sleep(3_600_000)
  pass(20)
  expect(clock() - started).toBeGreaterThan(3_600_000)
})
