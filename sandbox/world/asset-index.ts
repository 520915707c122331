import type { Token } from './token.ts'

export type AssetOrder = 'updated_at' | 'name'

export type Place = { key: string | number; id: string }

export const placeOf = (token: Token, order: AssetOrder): Place => ({
  key: keyOf(token, order),
  id: token.imxId,
})

const keyOf = (token: Token, order: AssetOrder) => (order === 'name' ? token.name : token.updatedMicros)

export function comparePlaces(a: Place, b: Place): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** Keeps the tokens of a collection sorted, so that a page costs its own length. */
export class AssetIndex {
  readonly #tokens: Token[]
  readonly #sorted = new Map<AssetOrder, Token[]>()
  readonly #stale = new Set<AssetOrder>()

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  /** Something changed: sort again when somebody asks. An almost sorted list sorts in about one pass. */
  touch(): void {
    for (const order of this.#sorted.keys()) this.#stale.add(order)
  }

  sorted(order: AssetOrder): Token[] {
    const known = this.#sorted.get(order)
    if (known && !this.#stale.has(order)) return known
    const tokens = known ?? [...this.#tokens]
    tokens.sort((a, b) => {
      const [one, other] = [keyOf(a, order), keyOf(b, order)]
      // Within a collection the network's ids are in the order of the numbers.
      return one === other ? a.birth.number - b.birth.number : one < other ? -1 : 1
    })
    this.#sorted.set(order, tokens)
    this.#stale.delete(order)
    return tokens
  }

  /** Where a walk goes on: the first token beyond `after` in the walk's direction. */
  static startAfter(tokens: Token[], order: AssetOrder, after: Place, isDescending: boolean): number {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const token = tokens[middle]
      if (!token) break
      const difference = comparePlaces(placeOf(token, order), after)
      if (isDescending ? difference < 0 : difference <= 0) low = middle + 1
      else high = middle
    }
    return isDescending ? low - 1 : low
  }
}
