import type { Source, Told, Wish } from './share-stream.ts'
import { streamPath } from './stream-path.ts'

let isBroken = false

/** The stream that all tabs share, or one of this tab's own where the browser has no shared workers. */
export function openSource(refresh: string | null): Source {
  if (isBroken || typeof SharedWorker === 'undefined')
    return new EventSource(streamPath(refresh ? [refresh] : []))
  const worker = new SharedWorker(new URL('./stream-worker.ts', import.meta.url), { name: 'stream' })
  const { port } = worker
  const events = new EventTarget()
  port.addEventListener('message', ({ data: { event, data } }: MessageEvent<Told>) =>
    events.dispatchEvent(new MessageEvent(event, { data })),
  )
  worker.addEventListener('error', () => {
    isBroken = true
    events.dispatchEvent(new MessageEvent('error', { data: '' }))
  })
  port.start()
  const say = (wish: Wish) => port.postMessage(wish)
  say({ refresh })
  return {
    // Nothing but messages is dispatched here.
    addEventListener: (event, hear) => events.addEventListener(event, hear as EventListener),
    close: () => {
      say(null)
      port.close()
    },
  }
}
