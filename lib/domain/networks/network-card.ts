export const networkStates = ['answers', 'unreachable', 'read_only', 'retired', 'off', 'unknown'] as const
export type NetworkState = (typeof networkStates)[number]

/** It gives no answers that one could work with. */
export const isSilent = (state: NetworkState): boolean => state === 'unreachable' || state === 'retired'
