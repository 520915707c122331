export type Place = { text: string; at: number }

/** One column of a table, or one field of JSON, from top to bottom. */
export type IdColumn = {
  /** Empty where the table has no headings. */
  name: string
  cells: string[]
  /** The line, or the item, of each cell. */
  places: number[]
  /** Cells with anything in them, and those of them that can be read as ids. */
  filled: number
  ids: number
  /** Items of the list that do not have this field. */
  missing: number
}

/** Ids one after the other, as people write them. */
export type IdList = {
  kind: 'list'
  text: string
  /** A first line that names the column. */
  heading: Place | null
  /** Each line begins with its place in the list: `1. 17`. */
  isNumbered: boolean
}

export type IdTable = {
  kind: 'table'
  unit: 'line' | 'item'
  columns: IdColumn[]
  hasNames: boolean
  /** Rows that do not fit the table. */
  refused: (Place & { why: string })[]
  /** The same text as a list, where it may just as well be one. */
  list: IdList | null
}

/** What a pasted text turned out to be. */
export type IdSource = IdList | IdTable | { kind: 'unreadable'; why: string }
