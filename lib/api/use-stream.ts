import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { parseJson } from '../core/parse-json.ts'
import { NetworkList } from '../domain/networks/network-card.ts'
import { type Connection, openEventSource } from './event-source.ts'
import { networksQuery, takeNetworks } from './networks.ts'

const POLL_MS = 5_000

type Stream<T> = {
  path: string
  event: string
  schema: z.ZodType<T>
  take: (client: QueryClient, data: T) => void
  /** What of the page is asked for instead while the stream is away. */
  pollKeys: readonly QueryKey[]
}

/** Keeps what a stream tells of, and the networks, up to date; while the stream is away it polls. */
export function useStream<T>(stream: Stream<T>): Connection {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('opening')
  const { path } = stream
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path alone says which stream it is
  useEffect(() => {
    let now: Connection = 'opening'
    const close = openEventSource(path, {
      onConnection: (next) => {
        now = next
        setConnection(next)
      },
      events: {
        [stream.event]: parsed(stream.schema, (data) => stream.take(client, data)),
        networks: parsed(NetworkList, (networks) => takeNetworks(client, networks)),
      },
    })
    const poll = setInterval(() => {
      if (now === 'live' || document.visibilityState === 'hidden') return
      for (const queryKey of [...stream.pollKeys, networksQuery().queryKey])
        void client.refetchQueries({ queryKey, type: 'active' })
    }, POLL_MS)
    return () => {
      clearInterval(poll)
      close()
    }
  }, [path, client])
  return connection
}

function parsed<T>(schema: z.ZodType<T>, take: (data: T) => void): (text: string) => void {
  return (text) => {
    const data = schema.safeParse(parseJson(text))
    if (data.success) take(data.data)
  }
}
