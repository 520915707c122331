import type { Answer, Question, TokenIdReport } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { SELECTION_LIMIT } from '../../../lib/domain/assets/selection.ts'
import { formatCount } from '../../../lib/format/count.ts'
import { State } from '../../ui/state.tsx'
import { IdFinding, Small } from './id-finding.tsx'
import { NumberQuestion } from './number-question.tsx'
import { checkText, readIdsText, refusalText } from './report-text.ts'
import { UnknownIds } from './unknown-ids.tsx'
import type { IdCheck } from './use-checked-ids.ts'

type Props = {
  report: TokenIdReport
  /** Explains text that is neither an id nor a fault: a heading, line numbers. */
  note: string | null
  isReading: boolean
  check: IdCheck
  chosen: number
  leavesOut: boolean
  onLeaveOut: (leavesOut: boolean) => void
  onAnswer: (question: Question, answer: Answer) => void
}

/** Reports everything that was pasted, including what is left out and why. */
export function IdReport({ report, note, isReading, check, chosen, onAnswer, ...unknown }: Props) {
  const { duplicates, duplicateCount, refusals, questions, tooMany, unit } = report
  const limit = formatCount(SELECTION_LIMIT)
  return (
    <div
      aria-live="polite"
      aria-busy={isReading || check.state === 'checking'}
      className="grid min-w-0 content-start gap-3"
    >
      <div className="text-md">
        <State
          tone={chosen > 0 ? 'succeeded' : 'pending'}
          words={`${formatCount(chosen)} will be selected`}
        />
        {report.ids.length > 0 ? (
          <p className="text-faint text-xs">
            {readIdsText(report)} {checkText(check)}
          </p>
        ) : null}
        {note ? <p className="wrap-anywhere text-faint text-xs">{note}</p> : null}
      </div>
      <ul>
        {questions.map((question) => (
          <NumberQuestion
            key={question.kind}
            question={question}
            unit={unit}
            onAnswer={(answer) => onAnswer(question, answer)}
          />
        ))}
        {tooMany > 0 ? (
          <IdFinding
            tone="failed"
            words={`${formatCount(tooMany)} too many`}
            places={[]}
            count={tooMany}
            unit={unit}
          >
            <Small>
              A refresh can list at most {limit} tokens. The first {limit} are selected. Submit the rest as
              another refresh.
            </Small>
          </IdFinding>
        ) : null}
        {duplicateCount > 0 ? (
          <IdFinding
            tone="pending"
            words={`${formatCount(duplicateCount)} more than once in the list`}
            places={duplicates}
            count={duplicateCount}
            unit={unit}
          />
        ) : null}
        {check.state === 'checked' && check.checked.unknownCount > 0 ? (
          <UnknownIds report={report} check={check} {...unknown} />
        ) : null}
        {refusals.map((refusal) => (
          <IdFinding
            key={refusal.why}
            tone="failed"
            words={refusalText(refusal, unit)}
            places={refusal.places}
            count={refusal.count}
            unit={unit}
          />
        ))}
      </ul>
    </div>
  )
}
