import type { Token } from './model.ts'
import { sortableTime } from './timestamp.ts'

export type AssetOrder = 'updated_at' | 'name'

export const nameOf = (token: Token): string => String(token.shown.name ?? '')
const keyOf = (token: Token, order: AssetOrder) =>
  order === 'name' ? nameOf(token) : sortableTime(token.updatedAt)

export type Place = { key: string; id: string }
export type Row = { place: Place; token: Token }

export function comparePlaces(a: Place, b: Place): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** Keeps the tokens of a collection sorted, so that a page costs its own length. */
export class AssetIndex {
  readonly #tokens: Token[]
  readonly #sorted = new Map<AssetOrder, Row[]>()
  readonly #stale = new Set<AssetOrder>()

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  /** Something changed: sort again when somebody asks. An almost sorted list sorts in about one pass. */
  touch(): void {
    for (const order of this.#sorted.keys()) this.#stale.add(order)
  }

  sorted(order: AssetOrder): Row[] {
    const known = this.#sorted.get(order)
    if (known && !this.#stale.has(order)) return known
    const rows = known ?? this.#tokens.map((token) => ({ place: { key: '', id: token.imxId }, token }))
    for (const row of rows) row.place.key = keyOf(row.token, order)
    rows.sort((a, b) => comparePlaces(a.place, b.place))
    this.#sorted.set(order, rows)
    this.#stale.delete(order)
    return rows
  }

  /** Where a walk goes on: the first row beyond `after` in the walk's direction. */
  static startAfter(rows: { place: Place }[], after: Place, isDescending: boolean): number {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const row = rows[middle]
      if (!row) break
      const order = comparePlaces(row.place, after)
      if (isDescending ? order < 0 : order <= 0) low = middle + 1
      else high = middle
    }
    return isDescending ? low - 1 : low
  }
}
