const FIRST_MS = 2_000
const LONGEST_MS = 5 * 60_000

/** How long to wait after the nth failure in a row, n from 1: doubles up to five minutes. */
export function backoffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, Math.min(failures, 30) - 1), LONGEST_MS)
}
