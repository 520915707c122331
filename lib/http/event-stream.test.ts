import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eventStream } from './event-stream.ts'

type Viewer = Parameters<Parameters<typeof eventStream>[0]['join']>[0]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open({ isAllowed = async () => true, first = true } = {}) {
  const leave = vi.fn()
  const abort = new AbortController()
  let viewer: Viewer | undefined
  const response = eventStream({
    request: new Request('http://localhost/', { signal: abort.signal }),
    isAllowed,
    join: (joined) => {
      viewer = joined
      if (first) joined.send('snapshot', '{"version":1}')
      return leave
    },
  })
  if (!viewer) throw new Error('never joined')
  return { response, leave, abort, viewer }
}

test('default: events, a heartbeat that the page hears every 15 seconds, and a bye at the end', async () => {
  const { response, leave, viewer } = open()
  await vi.advanceTimersByTimeAsync(15_000)
  viewer.end()
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await response.text()).toBe(
    'event: snapshot\ndata: {"version":1}\n\nevent: heartbeat\ndata: {}\n\nevent: bye\ndata: {}\n\n',
  )
  expect(leave).toHaveBeenCalledOnce()
  viewer.send('snapshot', '{}')
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  ['has ended', async () => false],
  ['cannot be checked', () => Promise.reject(new Error('database away'))],
])('behavior: a stream whose session %s says bye', async (_name, isAllowed) => {
  const { response, leave } = open({ isAllowed })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await response.text()).toMatch(/event: heartbeat\ndata: {}\n\nevent: bye\ndata: \{\}\n\n$/)
  expect(leave).toHaveBeenCalledOnce()
})

test('behavior: a viewer who goes away leaves, whichever way', async () => {
  const aborted = open()
  aborted.abort.abort()
  expect(aborted.leave).toHaveBeenCalledOnce()
  const cancelled = open()
  await cancelled.response.body?.cancel()
  expect(cancelled.leave).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a viewer who does not read is let go instead of filling memory', () => {
  const { leave, viewer } = open()
  for (let sent = 0; sent < 100; sent++) viewer.send('snapshot', '{}')
  expect(leave).toHaveBeenCalledOnce()
})
