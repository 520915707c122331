import { get } from 'node:http'
import type { RefreshDetail } from '../../lib/domain/refreshes/model-schema.ts'

export type Watcher = {
  /** The first snapshot has arrived. */
  opened: Promise<void>
  /** Resolves with the last snapshot when the refresh is seen settled; rejects when the stream ends before. */
  settled: Promise<{ refresh: RefreshDetail; at: number }>
  close: () => void
}

/**
 * One person who watches one refresh by server-sent events, as the page does. `onWaiting` is called when it begins to
 * wait for a signature.
 */
export function watchRefresh(url: string, cookie: string, id: string, onWaiting = () => {}): Watcher {
  const opened = Promise.withResolvers<void>()
  const settled = Promise.withResolvers<{ refresh: RefreshDetail; at: number }>()
  let rest = ''
  let wasWaiting = false
  const fail = (error: unknown) => {
    opened.reject(error)
    settled.reject(error)
  }
  const request = get(
    `${url}/api/refreshes/${id}/stream`,
    { headers: { cookie }, agent: false },
    (response) => {
      if (response.statusCode !== 200) return fail(new Error(`The stream answered ${response.statusCode}.`))
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const events = (rest + chunk).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) take(event)
      })
      return response.on('close', () => fail(new Error('The stream ended before the refresh.')))
    },
  )
  request.on('error', fail)
  function take(event: string) {
    const data = /^event: snapshot\ndata: (.*)$/.exec(event)?.[1]
    if (!data) return
    opened.resolve()
    const refresh: RefreshDetail = JSON.parse(data)
    const isWaiting = refresh.state === 'waiting_authority'
    if (isWaiting && !wasWaiting) onWaiting()
    wasWaiting = isWaiting
    if (refresh.finishedAt) settled.resolve({ refresh, at: Date.now() })
  }
  opened.promise.catch(() => {})
  settled.promise.catch(() => {})
  return { opened: opened.promise, settled: settled.promise, close: () => request.destroy() }
}
