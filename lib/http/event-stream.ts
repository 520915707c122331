import 'server-only'
import { HEARTBEAT, HEARTBEAT_MS } from '../core/heartbeat.ts'

/** Events that may wait for a slow reader before the stream is ended; the reader comes back for a snapshot. */
const MAX_WAITING = 50

type Viewer = { send: (event: string, data: string) => void; end: () => void }

type EventStream = {
  request: Request
  /** Called once; returns what to call when the stream is over. */
  join: (viewer: Viewer) => () => void
  /** Asked with each heartbeat; false, or a failure, ends the stream. */
  isAllowed: () => Promise<boolean>
}

const encoder = new TextEncoder()
const encode = (event: string, data: string) => encoder.encode(`event: ${event}\ndata: ${data}\n\n`)
// A comment would not do: browsers keep it from the page, which must notice when it does not come.
const heartbeat = encode(HEARTBEAT, '{}')
let last = { event: '', data: '', bytes: heartbeat }

/** Many viewers are told the same in a row, so all of them share its bytes. */
function frame(event: string, data: string): Uint8Array {
  if (last.event !== event || last.data !== data) last = { event, data, bytes: encode(event, data) }
  return last.bytes
}

/** Server-sent events until the reader leaves, the session ends or the desk stops. */
export function eventStream({ request, join, isAllowed }: EventStream): Response {
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false
        let leave = () => {}
        const write = (bytes: Uint8Array) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < -MAX_WAITING) return close()
          controller.enqueue(bytes)
        }
        const beat = setInterval(() => {
          write(heartbeat)
          isAllowed().then(
            (allowed) => allowed || end(),
            () => end(),
          )
        }, HEARTBEAT_MS)
        close = () => {
          if (isOver) return
          isOver = true
          clearInterval(beat)
          leave()
          try {
            controller.close()
          } catch {
            // The reader was gone first.
          }
        }
        const end = () => {
          write(encode('bye', '{}'))
          close()
        }
        request.signal.addEventListener('abort', close, { once: true })
        leave = join({ send: (event, data) => write(frame(event, data)), end })
        if (isOver || request.signal.aborted) {
          leave()
          close()
        }
      },
      cancel: () => close(),
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
