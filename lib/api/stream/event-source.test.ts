import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HEARTBEAT_MS } from '../../core/heartbeat.ts'
import { type Connection, openEventSource } from './event-source.ts'

/** What the browser gives: an EventSource that a test speaks through, and a page that a test hides. */
class TestSource extends EventTarget {
  static all: TestSource[] = []
  isClosed = false
  constructor() {
    super()
    TestSource.all.push(this)
  }
  close() {
    this.isClosed = true
  }
  say(event: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(event, { data }))
  }
}
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const show = (state: 'visible' | 'hidden') => {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', TestSource)
  vi.stubGlobal('document', page)
  TestSource.all = []
  page.visibilityState = 'visible'
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const seen: Connection[] = []
  const told: string[] = []
  const close = openEventSource('R-0001', {
    events: { snapshot: (text) => told.push(text) },
    onConnection: (connection) => seen.push(connection),
  })
  const openOnes = () => TestSource.all.filter(({ isClosed }) => !isClosed)
  return { seen, told, close, openOnes, last: () => TestSource.all.at(-1) as TestSource }
}

test('default: the first event makes it live, and heartbeats keep it so', () => {
  const { seen, told, close, last } = open()
  expect(seen).toEqual([])
  last().say('snapshot', 'one')
  for (let beat = 0; beat < 20; beat++) {
    vi.advanceTimersByTime(HEARTBEAT_MS)
    last().say('heartbeat')
  }
  expect([seen, told, TestSource.all.length]).toEqual([['live'], ['one'], 1])
  close()
  expect([last().isClosed, vi.getTimerCount()]).toEqual([true, 0])
})

test('behavior: a stream that falls silent without an end is lost within 40 seconds, and opened again', () => {
  const { seen, close, openOnes, last } = open()
  last().say('snapshot')
  vi.advanceTimersByTime(2 * HEARTBEAT_MS)
  expect(seen).toEqual(['live'])
  vi.advanceTimersByTime(10_000)
  expect(seen).toEqual(['live', 'lost'])
  expect([TestSource.all.length, openOnes().length]).toEqual([2, 1])
  last().say('snapshot')
  expect(seen).toEqual(['live', 'lost', 'live'])
  close()
})

test('behavior: a stream that never answers is lost as well', () => {
  const { seen, close } = open()
  vi.advanceTimersByTime(40_000)
  expect(seen).toEqual(['lost'])
  close()
})

test('behavior: a page in the background opens nothing, and a hidden one closes at once', () => {
  page.visibilityState = 'hidden'
  const { seen, close, openOnes, last } = open()
  vi.advanceTimersByTime(120_000)
  expect(TestSource.all).toEqual([])
  show('visible')
  last().say('snapshot')
  expect([openOnes().length, seen.at(-1)]).toEqual([1, 'live'])
  show('hidden')
  vi.advanceTimersByTime(120_000)
  expect([openOnes().length, TestSource.all.length, seen.at(-1)]).toEqual([0, 1, 'opening'])
  show('visible')
  expect(openOnes()).toHaveLength(1)
  close()
  expect(openOnes()).toHaveLength(0)
})
