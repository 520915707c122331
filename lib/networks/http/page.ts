export type Page<Item> = {
  items: Item[]
  nextCursor: string | null
  /** How many items could not be read and are left out. */
  unreadable: number
  /** The network has more, but nothing it said leads there. */
  isCutOff: boolean
}
