import { appendFileSync } from 'node:fs'
import type { Case, Event, Step, StepKind } from './facts.ts'
import { jumpClock } from './jump-clock.ts'

const realNow = Date.now.bind(Date)

let current: Case | undefined
let isCounting = false
let taken = 0

export function openSteps(given: Case): void {
  current = given
}

export function countSteps(isOn: boolean): void {
  isCounting = isOn
}

/** Synchronous, so that it is on disk when the process dies. */
export function record(event: Event): void {
  if (current) appendFileSync(current.events, `${JSON.stringify(event)}\n`)
}

/** Counts an external step of the engine, and strikes if it is the one. */
export function step(kind: StepKind, what: string, answer: Pick<Step, 'status' | 'quota'> = {}): void {
  if (!isCounting || !current) return
  taken += 1
  record({ type: 'step', n: taken, kind, what, atMs: realNow(), ...answer })
  if (taken !== current.strikeAt) return
  record({ type: 'struck', n: taken, kind, what })
  const { strike } = current
  if (typeof strike === 'number') jumpClock(strike)
  else if (strike !== 'restart') process.kill(process.pid, strike)
}
