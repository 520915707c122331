import type { IdSource } from './id-source.ts'
import type { AmbiguityKind } from './numbers/find-ambiguity.ts'
import { type Choice, defaultChoice, readIds } from './read-ids.ts'
import { recogniseIds } from './recognise-ids.ts'
import type { Answer, Answers, TokenIdReport } from './token-id-report.ts'

export const recognise = (text: string): IdSource => lastOf(recogniseIds(text))

type Options = { choice?: Choice; answers?: Partial<Record<AmbiguityKind, Answer>>; limit?: number }

/** Reads a text with the choice the product makes, or with one of a person's; null when the product asks. */
export function readText(
  text: string,
  { choice, answers = {}, limit = 100_000 }: Options = {},
): TokenIdReport | null {
  const source = recognise(text)
  const chosen = choice ?? defaultChoice(source)
  if (source.kind === 'unreadable' || chosen === null) return null
  const asked = lastOf(readIds(source, chosen, {}, limit))
  const given = asked.questions.map(({ kind, first }) => [kind, { first, answer: answers[kind] ?? 'out' }])
  return lastOf(readIds(source, chosen, Object.fromEntries(given) as Answers, limit))
}

/** Reads it and answers the ids alone. */
export const idsOf = (text: string): string[] | null => readText(text)?.ids ?? null

export function lastOf<T>(steps: Generator<void, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
