import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { parseJson } from '../../core/parse-json.ts'
import type { NetworkList } from '../../domain/networks/network-card-schema.ts'
import type { ChangedItems } from '../../domain/refreshes/changed-items-schema.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { networksQuery, takeNetworks } from '../networks/networks.ts'
import { takeChanged, takeDetail } from '../refresh-news.ts'
import { type Connection, openEventSource } from './event-source.ts'
import { pollAgain } from './poll-again.ts'

const POLL_MS = 5_000

/**
 * Keeps the lists of refreshes, the networks and, if one is named, a refresh up to date. While the stream is away it
 * asks for `pollKeys` instead, except for what is not there or not for this member.
 */
export function useStream(refresh: string | null, pollKeys: readonly QueryKey[]): Connection {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('opening')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refresh alone says what is polled
  useEffect(() => {
    let now: Connection = 'opening'
    const close = openEventSource(refresh, {
      onConnection: (next) => {
        now = next
        setConnection(next)
      },
      events: {
        changed: parsed<ChangedItems>(({ items }) => takeChanged(client, items)),
        snapshot: parsed<RefreshDetail>((detail) => takeDetail(client, detail)),
        networks: parsed<NetworkList>((networks) => takeNetworks(client, networks)),
      },
    })
    const poll = setInterval(() => {
      if (now === 'live' || document.visibilityState === 'hidden') return
      for (const queryKey of [...pollKeys, networksQuery().queryKey]) void pollAgain(client, queryKey)
    }, POLL_MS)
    return () => {
      clearInterval(poll)
      close()
    }
  }, [refresh, client])
  return connection
}

function parsed<T>(take: (data: T) => void): (text: string) => void {
  return (text) => {
    const data = parseJson(text)
    // The name of an event says what its data is.
    if (data !== undefined) take(data as T)
  }
}
