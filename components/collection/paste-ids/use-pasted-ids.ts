'use client'

import { useMemo, useState } from 'react'
import type { IdSource } from '../../../lib/domain/assets/id-list/id-source.ts'
import { type Choice, defaultChoice, readIds } from '../../../lib/domain/assets/id-list/read-ids.ts'
import { recogniseIds } from '../../../lib/domain/assets/id-list/recognise-ids.ts'
import type {
  Answer,
  Answers,
  Question,
  TokenIdReport,
} from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { SELECTION_LIMIT } from '../../../lib/domain/assets/selection.ts'
import { useInSlices } from './use-in-slices.ts'

export type PastedIds = {
  /** The kind of text; null while it is empty. */
  source: IdSource | null
  /** The column to read; null until the member chooses one. */
  choice: Choice | null
  choose: (choice: Choice) => void
  answer: (question: Question, answer: Answer) => void
  /** Null while there is nothing to report. */
  report: TokenIdReport | null
  isReading: boolean
}

/** Reads pasted text: its kind first, then the ids in it, following the member's choices. */
export function usePastedIds(text: string): PastedIds {
  const [chosen, setChosen] = useState<{ columns: string; choice: Choice } | null>(null)
  const [answers, setAnswers] = useState<Answers>({})

  const isBlank = text.trim() === ''
  const recognised = useInSlices(useMemo(() => (isBlank ? null : () => recogniseIds(text)), [text, isBlank]))
  const source = recognised.value

  const columns = useMemo(() => columnsOf(source), [source])
  const unasked = useMemo(() => source && defaultChoice(source), [source])
  const choice = source && chosen?.columns === columns ? chosen.choice : unasked

  const read = useInSlices(
    useMemo(() => {
      if (source === null || source.kind === 'unreadable' || choice === null) return null
      return () => readIds(source, choice, answers, SELECTION_LIMIT)
    }, [source, choice, answers]),
  )
  return {
    source,
    choice,
    choose: (choice) => setChosen({ columns, choice }),
    answer: ({ kind, first }, answer) => setAnswers((before) => ({ ...before, [kind]: { first, answer } })),
    report: read.value,
    isReading: recognised.isRunning || read.isRunning,
  }
}

/** A choice is kept while the columns stay the same, so that typing can continue. */
const columnsOf = (source: IdSource | null): string =>
  source?.kind === 'table' ? JSON.stringify(source.columns.map(({ name }) => name)) : ''
