'use client'

import { useId } from 'react'
import type { Answer, Question } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { RadioOption } from '../../ui/forms/radio-option.tsx'
import { State } from '../../ui/state.tsx'
import { questionText } from './question-text.ts'

type Props = { question: Question; unit: 'line' | 'item'; onAnswer: (answer: Answer) => void }

/** Asks how to read ambiguous numbers; they are left out until answered. */
export function NumberQuestion({ question, unit, onAnswer }: Props) {
  const name = useId()
  const { title, why, options } = questionText(question, unit)
  return (
    <li className="border-line border-t py-2">
      <fieldset className="min-w-0">
        <legend className="wrap-anywhere">
          <State
            tone={question.answer === 'out' ? 'waiting' : 'succeeded'}
            words={title}
            className="whitespace-normal!"
          />
        </legend>
        <p className="mb-1.5 text-faint text-xs">{why}</p>
        <div className="rounded-md border border-line">
          {options.map(({ answer, words }) => (
            <RadioOption
              key={answer}
              name={name}
              isChecked={question.answer === answer}
              onCheck={() => onAnswer(answer)}
              title={words}
            />
          ))}
        </div>
      </fieldset>
    </li>
  )
}
