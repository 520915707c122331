import type { Behaviour, Metadata } from './behaviour.ts'
import { textOf } from './exact-json.ts'
import { microsOf } from './timestamp.ts'

/** What all tokens of a collection begin with. */
export type Stem = { imxId: string; collection: string; imageUrl: string }

/** What the seed says of a token; all texts but the times are shared with other tokens. */
export type Birth = {
  number: number
  stem: Stem
  user: string
  status: string
  /** `name` and the traits. */
  look: Metadata
  level: number
  createdAt: string
  updatedAt: string
  behaviour: Behaviour
}

export type TokenChange = { served?: Metadata; behaviour?: Behaviour; shown?: Metadata; updatedAt?: string }

const isSame = (one: Metadata, other: Metadata) => JSON.stringify(one) === JSON.stringify(other)

/**
 * A token twice: as the network shows it, and as the studio's origin would serve it now. Metadata is put together from
 * the seed when somebody asks, and kept only where it became something else.
 */
export class Token {
  readonly id: string
  readonly birth: Birth
  updatedAt: string
  /** The same as `updatedAt`, to sort and compare by. */
  updatedMicros: number
  behaviour: Behaviour
  /** Differs from how the seed made it. */
  isChanged = false
  #shownLevel: number
  #shown: Metadata | null = null
  #served: Metadata | null = null

  constructor(birth: Birth) {
    this.id = String(birth.number)
    this.birth = birth
    this.updatedAt = birth.updatedAt
    this.updatedMicros = microsOf(birth.updatedAt)
    this.behaviour = birth.behaviour
    this.#shownLevel = Math.max(1, birth.level - 1)
  }

  /** The network's own id of the asset: unique everywhere, in the order of token ids within a collection. */
  get imxId(): string {
    return `${this.birth.stem.imxId}${this.birth.number.toString(16).padStart(24, '0')}`
  }

  /** What the network knows since the last crawl that succeeded. */
  get shown(): Metadata {
    return this.#shown ?? this.#made(this.#shownLevel)
  }

  /** What the origin answers. */
  get served(): Metadata {
    return this.#served ?? this.#made(this.birth.level)
  }

  get name(): string {
    return textOf(this.shows('name') ?? '')
  }

  /** One value of `shown`, without putting the whole together for a trait or a name. */
  shows(key: string): unknown {
    const known = this.#shown ?? this.birth.look
    if (Object.hasOwn(known, key)) return known[key]
    return Object.hasOwn(this.shown, key) ? this.shown[key] : undefined
  }

  change({ shown, served, updatedAt, behaviour }: TokenChange): void {
    this.isChanged = true
    if (shown) this.#show(shown)
    if (served) this.#served = isSame(served, this.#made(this.birth.level)) ? null : served
    if (updatedAt) {
      this.updatedAt = updatedAt
      this.updatedMicros = microsOf(updatedAt)
    }
    if (behaviour) this.behaviour = behaviour
  }

  #show(metadata: Metadata): void {
    const made = [this.birth.level, this.#shownLevel].find((level) => isSame(metadata, this.#made(level)))
    this.#shownLevel = made ?? this.#shownLevel
    this.#shown = made === undefined ? metadata : null
  }

  #made(level: number): Metadata {
    const { number, stem, look } = this.birth
    const description = `Number ${number} of ${stem.collection}.`
    const image_url = `${stem.imageUrl}/${number}.svg`
    return { name: look.name, description, image_url, ...look, Level: level }
  }
}
