import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { isMissing } from '../../core/app-error.ts'

/** Asks again for what the page shows, but never for what is not there or not for this member. */
export const pollAgain = (client: QueryClient, queryKey: QueryKey): Promise<void> =>
  client.refetchQueries({ queryKey, type: 'active', predicate: ({ state }) => !isMissing(state.error) })
