/** What of `Headers` the readers of an answer use. */
export type HeaderReader = Pick<Headers, 'get' | 'has'>

/** The headers of an answer as they came, with their order, case and repetitions; cheaper than `Headers`. */
export class RawHeaders implements HeaderReader, Iterable<[string, string]> {
  /** Names and values in turn. */
  readonly #raw: readonly string[]

  constructor(raw: readonly string[]) {
    this.#raw = raw
  }

  /** Those of one name together, as `Headers` has them; null when there is none. */
  get(name: string): string | null {
    let value: string | null = null
    for (const [one, its] of this) {
      if (one.length !== name.length || one.toLowerCase() !== name) continue
      value = value === null ? its : `${value}, ${its}`
    }
    return value
  }

  has(name: string): boolean {
    return this.get(name) !== null
  }

  *[Symbol.iterator](): Generator<[string, string]> {
    for (let at = 0; at + 1 < this.#raw.length; at += 2) yield [this.#raw[at] ?? '', this.#raw[at + 1] ?? '']
  }
}
