import { createQuestions, createRefusals, MAX_PLACES } from './create-findings.ts'
import type { Place } from './id-source.ts'
import type { Ambiguity, Named, Part } from './numbers/read-part.ts'
import type { Answers, TokenIdReport } from './token-id-report.ts'

/** Ranges that repeat each other must not freeze the page. */
const MAX_EXPANDED = 200_000
const PAUSE = 256

/** Takes what lines and cells say, one after the other, and writes the report on all of it. */
export function createCollector(limit: number, answers: Answers) {
  const ids = new Map<string, number>()
  const refusals = createRefusals()
  const questions = createQuestions(answers)
  const duplicates: Place[] = []
  let duplicateCount = 0
  let rangeCount = 0
  let expanded = 0
  let tooMany = 0

  const keep = (id: string, at: number) => {
    if (ids.has(id)) {
      if (duplicateCount++ < MAX_PLACES) duplicates.push({ text: id, at })
    } else if (ids.size >= limit) tooMany++
    else ids.set(id, at)
  }
  function* expand(named: Named, at: number): Generator<void> {
    if (named.kind === 'id') return keep(named.id, at)
    rangeCount++
    expanded += spanOf(named)
    for (let id = BigInt(named.first), end = BigInt(named.last), step = 1; id <= end; id++, step++) {
      keep(String(id), at)
      if (step % PAUSE === 0) yield
    }
  }
  const resolve = (part: Named | Ambiguity, at: number): Named[] | 'out' | 'unclear' => {
    if (part.kind !== 'doubt') return [part]
    const answer = questions.ask(part, at)
    if (answer === 'out') return 'out'
    return answer === 'one' ? [part.reading] : (part.apart ?? 'unclear')
  }

  /** Takes all parts of a line, or none of them. */
  function* take(parts: readonly Part[], at: number): Generator<void> {
    const fault = parts.find((part) => part.kind === 'fault')
    if (fault) return refusals.add(fault.why, { text: fault.text, at })
    const resolved = parts.filter((part) => part.kind !== 'fault').map((part) => resolve(part, at))
    if (resolved.includes('unclear')) return refusals.add(NOT_APART, { text: textOf(parts), at })
    if (resolved.includes('out')) return
    const named = resolved.flatMap((found) => (typeof found === 'string' ? [] : found))
    const span = named.reduce((sum, each) => sum + (each.kind === 'range' ? spanOf(each) : 0), 0)
    if (span > 0 && expanded + span > MAX_EXPANDED) return refusals.add(TOO_WIDE, { text: textOf(parts), at })
    for (const [step, each] of named.entries()) {
      yield* expand(each, at)
      if (step % PAUSE === PAUSE - 1) yield
    }
  }

  const finish = (unit: TokenIdReport['unit']): TokenIdReport => ({
    ids: [...ids.keys()],
    places: [...ids.values()],
    unit,
    duplicates,
    duplicateCount,
    rangeCount,
    refusals: refusals.list(),
    refusedCount: refusals.list().reduce((sum, { count }) => sum + count, 0),
    questions: questions.list(),
    tooMany,
  })
  return { take, refuse: refusals.add, finish }
}

const NOT_APART = 'Some of its numbers are not valid ids.'
const TOO_WIDE = 'The ranges above already contain more ids than allowed.'

type Range = Extract<Named, { kind: 'range' }>
const spanOf = ({ first, last }: Range) => Number(BigInt(last) - BigInt(first)) + 1

const textOf = (parts: readonly Part[]) =>
  parts
    .slice(0, 10)
    .map((part) =>
      part.kind === 'id' ? part.id : part.kind === 'range' ? `${part.first}-${part.last}` : part.text,
    )
    .join(', ')
