'use client'

import { useQuery } from '@tanstack/react-query'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { divideNeeds, helpOf } from '@/lib/domain/refreshes/needs/need.ts'

/** What needs a person, for the header, the tab and Home alike: `mine` is what this member can do something about. */
export function useNeeds() {
  const { member } = useSession()
  const { data } = useQuery(currentRefreshesQuery())
  const help = helpOf(member)
  return { help, ...divideNeeds(data ?? [], help) }
}

export type Needs = ReturnType<typeof useNeeds>
