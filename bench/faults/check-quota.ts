import type { Event, Step } from './facts.ts'
import type { Variant } from './variants.ts'

/** Nothing is sent that the last headers forbid, and no more 429 are met than nobody could have known of. */
export function checkQuota(lives: Event[][], variant: Variant): string[] {
  const faults = lives.flatMap(checkLife)
  const met = lives.flat().filter(isQuota429).length
  // What a life learnt from an answer that killed it is lost with it.
  const blind = (variant.blind429 ?? 0) + Math.max(0, lives.length - 1)
  if (met > blind) faults.push(`${met} answers 429 for the quota, ${blind} could not be known`)
  return faults
}

const isQuota429 = (event: Event) =>
  event.type === 'step' && event.kind === 'answer' && event.status === 429 && event.quota !== undefined

function checkLife(life: Event[]): string[] {
  const steps = life.filter((event): event is Step => event.type === 'step' && event.what === 'create')
  let known: { left: number; resetsAtMs: number } | null = null
  let faults = 0
  for (const { kind, quota, atMs } of steps) {
    if (kind === 'answer' && quota) known = { left: quota.remaining, resetsAtMs: quota.resetsAtMs }
    if (kind !== 'request' || !known) continue
    if (atMs >= known.resetsAtMs) known = null
    else if (known.left-- <= 0) faults += 1
  }
  return faults > 0 ? [`${faults} requests sent against the last headers`] : []
}
