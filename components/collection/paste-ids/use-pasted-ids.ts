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
  /** What the text is; null while there is none. */
  source: IdSource | null
  /** The column to read; null while a person must choose. */
  choice: Choice | null
  choose: (choice: Choice) => void
  answer: (question: Question, answer: Answer) => void
  /** Null while nothing can be said. */
  report: TokenIdReport | null
  isReading: boolean
}

/** Reads a pasted text: first what it is, then the ids in it, as a person chooses and answers. */
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

/** A choice stays while the columns do, so that one may go on typing. */
const columnsOf = (source: IdSource | null): string =>
  source?.kind === 'table' ? JSON.stringify(source.columns.map(({ name }) => name)) : ''
