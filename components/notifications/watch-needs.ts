import { hashKey, type QueryClient } from '@tanstack/react-query'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { helpOf } from '@/lib/domain/refreshes/needs/need.ts'
import type { Role } from '@/lib/domain/team/model.ts'
import { askWhenHidden } from './ask-when-hidden.ts'
import { holdWhile, tabLocks } from './tab-locks.ts'
import { tellNeeds } from './tell-needs.ts'

const isVisible = () => document.visibilityState === 'visible'

/** Whatever this tab learns of what waits, wherever from, is told once in this browser. Returns how to stop. */
export function watchNeeds(client: QueryClient, member: { address: string; role: Role }): () => void {
  const { queryKey } = currentRefreshesQuery()
  const hash = hashKey(queryKey)
  const take = () => void tellNeeds(client.getQueryData(queryKey) ?? [], member.address, helpOf(member))
  const stops = [
    holdWhile({
      name: tabLocks.visible,
      mode: 'shared',
      isWanted: isVisible,
      events: ['visibilitychange'],
    }),
    holdWhile({
      name: tabLocks.lookedAt,
      mode: 'shared',
      isWanted: () => isVisible() && document.hasFocus(),
      events: ['visibilitychange', 'focus', 'blur'],
    }),
    askWhenHidden(client),
    client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success' && event.query.queryHash === hash)
        take()
    }),
  ]
  take()
  return () => {
    for (const stop of stops) stop()
  }
}
