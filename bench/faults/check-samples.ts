import type { Event, Sample } from './facts.ts'

const over = ['finished', 'rejected', 'cancelled']

/** Nothing that was done comes undone, in the order in which one life saw it. */
export function checkSamples(life: Event[]): string[] {
  const samples = life.filter((event): event is Sample => event.type === 'sample')
  const faults = new Set<string>()
  for (const [index, now] of samples.entries()) {
    const before = samples[index - 1]
    if (!before) continue
    if (now.version < before.version) faults.add('the version fell')
    if (done(now) < done(before)) faults.add(`progress fell from ${done(before)} to ${done(now)}`)
    for (const batch of now.batches) {
      const old = before.batches.find(({ position }) => position === batch.position)
      if (!old) continue
      if (done(batch) < done(old)) faults.add(`progress of batch ${batch.position} fell`)
      if (over.includes(old.state) && batch.state !== old.state)
        faults.add(`batch ${batch.position} was ${old.state} and became ${batch.state}`)
    }
  }
  return [...faults]
}

const done = ({ succeeded, failed }: { succeeded: number; failed: number }) => succeeded + failed
