import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pin } from './pin.ts'

/** A request; a distinct one gets a parameter that nobody reads, other each time. */
export type Question = { url: string; headers: Record<string, string>; isDistinct: boolean }
export type LoadOrder =
  | { kind: 'in turn'; questions: Question[] }
  | { kind: 'per second'; question: Question; inFlight: number; ms: number }
export type LoadAnswer = { figures: number[] } | { error: string }

export type Load = {
  /** How long each took, one after the other, in milliseconds. */
  inTurn: (questions: Question[]) => Promise<number[]>
  /** How many were answered in a second, with so many in flight for so long. */
  perSecond: (question: Question, inFlight: number, ms: number) => Promise<number>
  end: () => void
}

/** The load comes from a process of its own, so that what it costs is not counted as somebody else's. */
export function startLoad(core: number): Load {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)))
  pin(child.pid ?? 0, core)
  return {
    inTurn: (questions) => order(child, { kind: 'in turn', questions }),
    perSecond: async (question, inFlight, ms) =>
      (await order(child, { kind: 'per second', question, inFlight, ms }))[0] ?? Number.NaN,
    end: () => child.kill(),
  }
}

async function order(child: ChildProcess, what: LoadOrder): Promise<number[]> {
  const answered = once(child, 'message') as Promise<[LoadAnswer]>
  child.send(what)
  const [answer] = await answered
  if ('error' in answer) throw new Error(answer.error)
  return answer.figures
}
