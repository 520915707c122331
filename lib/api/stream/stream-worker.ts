import { shareStream, type Wish } from './share-stream.ts'

// The script of a shared worker, which all tabs of a browser have in common.
const hear = shareStream((path) => new EventSource(path))

addEventListener('connect', (event) => {
  // TypeScript knows the worker's global scope as a window's, which has no such event.
  const [port] = (event as MessageEvent).ports
  if (!port) return
  port.addEventListener('message', ({ data }: MessageEvent<Wish>) => hear(port, data))
  // A tab that crashed says nothing.
  port.addEventListener('close', () => hear(port, null))
  port.start()
})
