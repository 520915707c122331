import { timestamp } from './timestamp.ts'

/** The network's time: what its answers carry and its quota, rates and signatures are judged by. */
export class Clock {
  readonly #readMs: () => number
  #lastMicros = 0

  constructor(readMs: () => number = Date.now) {
    this.#readMs = readMs
  }

  now(): number {
    return this.#readMs()
  }

  /** When something happens: no two are the same, and what happens later is later, also when the clock goes back. */
  stamp(): string {
    const micros = Math.floor(this.now()) * 1_000 + Math.floor(Math.random() * 1_000)
    this.#lastMicros = Math.max(micros, this.#lastMicros + 1)
    return timestamp(0, this.#lastMicros)
  }
}
