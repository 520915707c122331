const STEPS = 3
const nice = [1, 2, 3, 4, 5, 6, 8, 10]

/** Ticks from zero on, in equal round steps; the last is at least as high as the highest value. */
export function plotTicks(highest: number): number[] {
  const least = Math.max(1, Math.ceil(highest / STEPS))
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (nice.find((one) => one * power >= least) ?? 10)
  return Array.from({ length: STEPS + 1 }, (_, at) => at * step)
}
