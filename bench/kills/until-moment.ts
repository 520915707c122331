import { setTimeout as pause } from 'node:timers/promises'
import type { Control } from '../../e2e/fixtures/control.ts'
import type { Life } from './lives.ts'

const LOOK_MS = 50
/** A doubt about an earlier batch may keep a project from sending. */
const LONGEST_MS = 60_000

/** Submits, and returns at the moment of this life; false when the network has not done its part in a minute. */
export async function untilMoment(
  control: Control,
  { moment, afterMs }: Life,
  submit: () => Promise<unknown>,
) {
  const before = await read(control)
  const submitted = submit()
  if (moment === 'submitting') return pause(afterMs, true)
  await submitted
  if (moment === 'submitted') return true
  const name = moment === 'completed' ? 'settled' : 'accepted'
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; await pause(LOOK_MS)) {
    if ((await read(control))[name] > before[name]) return true
  }
  return false
}

async function read(control: Control) {
  const { accepted, settled } = await control.record()
  return { accepted: accepted.length, settled: settled.length }
}
