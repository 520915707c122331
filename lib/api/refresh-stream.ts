import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { ChangedItems } from '../refresh/changed-items.ts'
import { RefreshDetail, type RefreshPage, type RefreshSummary } from '../refresh/model.ts'
import { openEventSource } from './event-source.ts'
import { currentRefreshesQuery, refreshesKey, refreshQuery } from './refreshes.ts'

const POLL_MS = 5_000

/** `lastAt` is when the newest data arrived, in milliseconds; null before the first. */
export type StreamState = { isLive: boolean; lastAt: number | null }

/** Keeps `refreshQuery(id)` live. While the stream is lost it polls. */
export function useRefreshStream(id: string): StreamState {
  return useStream({
    path: `/api/refreshes/${encodeURIComponent(id)}/stream`,
    event: 'snapshot',
    schema: RefreshDetail,
    pollKey: refreshQuery(id).queryKey,
    take: (client, detail) =>
      client.setQueryData(refreshQuery(id).queryKey, (known) =>
        known && known.version > detail.version ? known : detail,
      ),
  })
}

/** Keeps `currentRefreshesQuery()` and every list of refreshes on the page live. While the stream is lost it polls. */
export function useRefreshesStream(): StreamState {
  return useStream({
    path: '/api/refreshes/stream',
    event: 'changed',
    schema: ChangedItems,
    pollKey: currentRefreshesQuery().queryKey,
    take: (client, { items }) => takeChanged(client, items),
  })
}

type Stream<T> = {
  path: string
  event: string
  schema: z.ZodType<T>
  pollKey: readonly unknown[]
  take: (client: QueryClient, data: T) => void
}

function useStream<T>(stream: Stream<T>): StreamState {
  const client = useQueryClient()
  const [state, setState] = useState<StreamState>({ isLive: false, lastAt: null })
  const { path } = stream
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path alone says which stream it is
  useEffect(() => {
    let isLive = false
    const close = openEventSource(path, {
      event: stream.event,
      onState: (live) => {
        isLive = live
        setState((known) => (known.isLive === live ? known : { ...known, isLive: live }))
      },
      onData: (text) => {
        const parsed = stream.schema.safeParse(parseJson(text))
        if (!parsed.success) return
        stream.take(client, parsed.data)
        setState({ isLive: true, lastAt: Date.now() })
      },
    })
    const poll = setInterval(() => {
      if (!isLive && document.visibilityState === 'visible')
        void client.refetchQueries({ queryKey: stream.pollKey })
    }, POLL_MS)
    return () => {
      clearInterval(poll)
      close()
    }
  }, [path, client])
  return state
}

function takeChanged(client: QueryClient, items: RefreshSummary[]): void {
  const changed = new Map(items.map((item) => [item.id, item]))
  const newer = (known: RefreshSummary) => {
    const item = changed.get(known.id)
    return item && item.version > known.version ? item : known
  }
  client.setQueryData(currentRefreshesQuery().queryKey, (known) => {
    const rest = (known ?? []).filter(({ id }) => !changed.has(id))
    return [...items, ...rest].sort(newestFirst)
  })
  let isNewToList = false
  client.setQueriesData<RefreshPage>({ queryKey: [...refreshesKey, 'list'] }, (page) => {
    if (!page) return page
    const [newest] = page.items
    if (items.some((item) => !newest || newestFirst(item, newest) < 0)) isNewToList = true
    return { ...page, items: page.items.map(newer) }
  })
  if (isNewToList) void client.invalidateQueries({ queryKey: [...refreshesKey, 'list'] })
}

/** As the desk orders the history. */
const newestFirst = (a: RefreshSummary, b: RefreshSummary): number =>
  Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.number - a.number

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
