import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { openSource as Open } from './open-source.ts'

/** What the browser gives: a worker whose other end the test holds, and streams that it counts. */
class TestWorker extends EventTarget {
  static all: TestWorker[] = []
  readonly port: MessagePort
  readonly far: MessagePort
  constructor() {
    super()
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.far = port2
    TestWorker.all.push(this)
  }
}
const opened: string[] = []
class TestSource extends EventTarget {
  constructor(path: string) {
    super()
    opened.push(path)
  }
}

let openSource: typeof Open
beforeEach(async () => {
  vi.stubGlobal('SharedWorker', TestWorker)
  vi.stubGlobal('EventSource', TestSource)
  TestWorker.all = []
  opened.length = 0
  // A browser learns once that it has no shared workers.
  vi.resetModules()
  openSource = (await import('./open-source.ts')).openSource
})
afterEach(() => vi.unstubAllGlobals())

const next = (target: Pick<MessagePort, 'addEventListener'>, event = 'message') =>
  new Promise<unknown>((resolve) =>
    target.addEventListener(event, (message) => resolve((message as MessageEvent).data), { once: true }),
  )

test('default: a tab says what it wants, hears the worker, and says that it leaves', async () => {
  const source = openSource('R-0001')
  const far = TestWorker.all[0]?.far as MessagePort
  far.start()
  expect(await next(far)).toEqual({ refresh: 'R-0001' })
  const heard = new Promise((resolve) => source.addEventListener('changed', ({ data }) => resolve(data)))
  far.postMessage({ event: 'changed', data: '1' })
  expect(await heard).toBe('1')
  const left = next(far)
  source.close()
  expect([await left, opened]).toEqual([null, []])
})

test('behavior: where there are no shared workers a tab opens its own stream', () => {
  vi.stubGlobal('SharedWorker', undefined)
  openSource('R-0001')
  openSource(null)
  expect(opened).toEqual(['/api/refreshes/stream?refresh=R-0001', '/api/refreshes/stream'])
})

test('error: a worker that cannot start loses the stream, and the next one is the tab’s own', async () => {
  const source = openSource(null)
  const lost = new Promise((resolve) => source.addEventListener('error', resolve))
  TestWorker.all[0]?.dispatchEvent(new Event('error'))
  await lost
  source.close()
  openSource(null)
  expect([opened, TestWorker.all.length]).toEqual([['/api/refreshes/stream'], 1])
})
