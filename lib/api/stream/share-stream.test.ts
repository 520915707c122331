import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HEARTBEAT } from '../../core/heartbeat.ts'
import { type Source, shareStream, type Told } from './share-stream.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class TestSource extends EventTarget {
  isClosed = false
  readonly path: string
  constructor(path: string) {
    super()
    this.path = path
  }
  close() {
    this.isClosed = true
  }
  say(event: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(event, { data }))
  }
}

function arrange() {
  const sources: TestSource[] = []
  const hear = shareStream((path) => {
    const source = new TestSource(path)
    sources.push(source)
    // Only messages are said here.
    return source as unknown as Source
  })
  const newTab = (refresh: string | null) => {
    const told: string[] = []
    const port = { postMessage: ({ event, data }: Told) => void told.push(`${event} ${data}`) }
    const come = () => hear(port, { refresh })
    come()
    return { told, come, leave: () => hear(port, null) }
  }
  const gather = () => vi.runAllTimers()
  const openOnes = () => sources.filter(({ isClosed }) => !isClosed)
  return { sources, newTab, gather, openOnes, last: () => sources.at(-1) as TestSource }
}

test('default: tabs that come together open one stream, and all hear it in its order', () => {
  const { sources, newTab, gather, last } = arrange()
  const tabs = [newTab('b'), newTab(null), newTab('a'), newTab('b')]
  gather()
  expect(sources.map(({ path }) => path)).toEqual(['/api/refreshes/stream?refresh=a&refresh=b'])
  last().say('changed', '1')
  last().say('snapshot', '2')
  last().say('networks', '3')
  last().say(HEARTBEAT, '4')
  for (const { told } of tabs)
    expect(told).toEqual(['changed 1', 'snapshot 2', 'networks 3', `${HEARTBEAT} 4`])
})

test('behavior: a tab that comes later opens the stream anew, and the one before says nothing any more', () => {
  const { sources, newTab, gather, openOnes } = arrange()
  const first = newTab('a')
  gather()
  const [before] = sources
  const second = newTab(null)
  before?.say('changed', 'old')
  gather()
  expect(openOnes()).toHaveLength(1)
  before?.say('changed', 'too late')
  before?.say('error')
  openOnes()[0]?.say('changed', 'new')
  expect([first.told, second.told]).toEqual([
    ['changed old', 'changed new'],
    ['changed old', 'changed new'],
  ])
})

test('behavior: a tab that left hears nothing, and with the last one the stream ends', () => {
  const { sources, newTab, gather, openOnes, last } = arrange()
  const [one, other] = [newTab(null), newTab(null)]
  gather()
  one.leave()
  last().say('changed', '1')
  expect([one.told, other.told, openOnes().length]).toEqual([[], ['changed 1'], 1])
  other.leave()
  expect(openOnes()).toEqual([])
  newTab(null).leave()
  gather()
  expect(sources).toHaveLength(1)
})

test.each(['bye', 'error'])(
  'error: on %s all tabs are told once, and those that come back share again',
  (end) => {
    const { sources, newTab, gather, openOnes, last } = arrange()
    const tabs = [newTab('a'), newTab(null)]
    gather()
    last().say(end)
    expect(openOnes()).toEqual([])
    for (const tab of tabs) tab.leave()
    for (const tab of tabs) tab.come()
    gather()
    last().say('changed', '1')
    expect(sources.map(({ path }) => path)).toEqual(Array(2).fill('/api/refreshes/stream?refresh=a'))
    for (const { told } of tabs) expect(told).toEqual(['error ', 'changed 1'])
  },
)
