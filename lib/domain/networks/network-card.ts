export const networkStates = ['answers', 'unreachable', 'read_only', 'retired', 'off', 'unknown'] as const
export type NetworkState = (typeof networkStates)[number]
