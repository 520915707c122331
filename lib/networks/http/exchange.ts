import type { UpstreamError } from './upstream-error.ts'

/** What became of one HTTP exchange, for watching a network's health. */
export type Exchange = { path: string; isWrite: boolean; latencyMs: number; error: UpstreamError | null }
