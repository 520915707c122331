import 'server-only'

const PING_MS = 15_000
/** Events that may wait for a slow reader before the stream is ended; the reader comes back for a snapshot. */
const MAX_WAITING = 50

type Viewer = { send: (event: string, data: string) => void; end: () => void }

type EventStream = {
  request: Request
  /** Called once; returns what to call when the stream is over. */
  join: (viewer: Viewer) => () => void
  /** Asked every 15 seconds; false, or a failure, ends the stream. */
  isAllowed: () => Promise<boolean>
}

/** Server-sent events until the reader leaves, the session ends or the desk stops. */
export function eventStream({ request, join, isAllowed }: EventStream): Response {
  const encoder = new TextEncoder()
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false
        let leave = () => {}
        const write = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < -MAX_WAITING) return close()
          controller.enqueue(encoder.encode(text))
        }
        const beat = setInterval(() => {
          write(': ping\n\n')
          isAllowed().then(
            (allowed) => allowed || end(),
            () => end(),
          )
        }, PING_MS)
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
          write('event: bye\ndata: {}\n\n')
          close()
        }
        request.signal.addEventListener('abort', close, { once: true })
        leave = join({ send: (event, data) => write(`event: ${event}\ndata: ${data}\n\n`), end })
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
