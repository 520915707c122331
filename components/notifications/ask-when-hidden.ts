import type { QueryClient } from '@tanstack/react-query'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { isAppError } from '@/lib/core/app-error.ts'
import { holdWhile, isHeld, tabLocks } from './tab-locks.ts'

const ASK_MS = 60_000
const ENDS = ['unauthenticated', 'forbidden', 'not_found']

/** While no tab is visible there is no stream, so one hidden tab asks once a minute. Returns how to stop. */
export const askWhenHidden = (client: QueryClient): (() => void) =>
  holdWhile({
    name: tabLocks.asks,
    mode: 'exclusive',
    isWanted: () => document.visibilityState === 'hidden',
    events: ['visibilitychange'],
    whileHeld: (leave) => {
      const ask = async () => {
        if (await isHeld(tabLocks.visible)) return
        await client.fetchQuery({ ...currentRefreshesQuery(), staleTime: 0, retry: false }).catch((error) => {
          if (isAppError(error) && ENDS.includes(error.code)) leave()
        })
      }
      const timer = setInterval(() => void ask(), ASK_MS)
      return () => clearInterval(timer)
    },
  })
