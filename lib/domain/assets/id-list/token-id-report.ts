import type { Place } from './id-source.ts'
import type { AmbiguityKind } from './numbers/find-ambiguity.ts'
import type { Ambiguity } from './numbers/read-part.ts'

/** What to make of doubtful numbers: take each as one number, as separate ids, or leave them out. */
export type Answer = 'one' | 'apart' | 'out'
/** Each belongs to the first number that was asked about: another text is another question. */
export type Answers = Partial<Record<AmbiguityKind, { first: string; answer: Answer }>>

export type Question = {
  kind: AmbiguityKind
  count: number
  /** Whether any of them makes sense as separate ids. */
  canBeApart: boolean
  answer: Answer
  /** The first doubtful number, as it was written. */
  first: string
  places: (Place & Pick<Ambiguity, 'reading' | 'apart'>)[]
}

export type Refusal = { why: string; count: number; places: Place[] }

/** What reading a pasted text came to. It names a bounded number of places; the counts go on. */
export type TokenIdReport = {
  /** Valid, distinct, in the order of the text, at most the limit. */
  ids: string[]
  /** The line, or the item, of each of the ids. */
  places: number[]
  unit: 'line' | 'item'
  duplicates: Place[]
  duplicateCount: number
  rangeCount: number
  /** What was left out because it is no id, by reason. */
  refusals: Refusal[]
  refusedCount: number
  questions: Question[]
  /** Valid ids that were left out because the limit was reached. */
  tooMany: number
}
