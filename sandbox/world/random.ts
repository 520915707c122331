import { hash } from 'node:crypto'

/** Numbers from 0 to 1 that depend on nothing but the words given. */
export function randomOf(...words: (string | number)[]): () => number {
  let state = hash('sha256', words.join('|'), 'buffer').readUInt32LE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

export function addressOf(...words: string[]): string {
  return `0x${hash('sha256', words.join('|')).slice(0, 40)}`
}
