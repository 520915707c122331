export type Spread = { p50: number; p95: number; min: number; max: number; runs: number }

/** Order statistics of raw samples; the input is left as it is. */
export function spread(samples: number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), min: at(0), max: at(1), runs: sorted.length }
}

export const ms = (value: number) => `${value.toFixed(1)} ms`

/** Runs `act` and answers how long it took, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
