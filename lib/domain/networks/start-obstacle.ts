import type { NetworkState } from './network-card.ts'

/** Why a refresh that is submitted now does not start now: it waits for the first two, and the last refuses it. */
export type StartObstacle = 'silent' | 'read_only' | 'closed'

export function startObstacle(state: NetworkState | undefined): StartObstacle | null {
  if (state === 'unreachable') return 'silent'
  if (state === 'read_only') return 'read_only'
  return state === 'retired' ? 'closed' : null
}
