/** How far before the newest change seen an update begins: the network's own order may be late. */
const OVERLAP_MS = 60_000

/** A sync goes from the oldest change to the newest, so all up to the newest change seen has been seen. */
export const syncFrom = (updatedUpTo: Date | null): Date | null =>
  updatedUpTo && new Date(updatedUpTo.getTime() - OVERLAP_MS)

/** Half of what the network takes is left to everybody else; 0 means no limit. */
export const syncIntervalMs = (requestsPerSecond: number): number =>
  requestsPerSecond > 0 ? 2_000 / requestsPerSecond : 0

/** The newest change among assets and what was seen before; never in the future, which would hide later changes. */
export function newestChange(before: Date | null, times: readonly (Date | null)[], now: Date): Date | null {
  const all = [before, ...times].flatMap((time) => time?.getTime() ?? [])
  return all.length === 0 ? null : new Date(Math.min(now.getTime(), Math.max(...all)))
}
