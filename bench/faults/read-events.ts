import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Case, Event } from './facts.ts'

/** What a life wrote so far, in its order. */
export function readEvents(path: string): Event[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Event)
}

export const hasHappened = ({ events }: Case, type: Event['type']): boolean =>
  readEvents(events).some((event) => event.type === type)

/** Waits until something is so, or until a process has ended. */
export async function until(isSo: () => boolean, ended: Promise<unknown>): Promise<void> {
  const isOver = ended.then(() => true)
  while (!isSo() && !(await Promise.race([isOver, pause(30, false)])));
}
