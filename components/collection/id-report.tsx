import type { TokenIdReport } from '../../lib/collection/parse-token-ids.ts'
import { SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import { State } from '../ui/state.tsx'
import { IdFinding, Small } from './id-finding.tsx'
import { UnknownIds } from './unknown-ids.tsx'
import type { IdCheck } from './use-checked-ids.ts'

type Props = {
  report: TokenIdReport | null
  isReading: boolean
  check: IdCheck
  chosen: number
  leavesOut: boolean
  onLeaveOut: (leavesOut: boolean) => void
}

/** Nothing that was pasted is dropped without a word. */
export function IdReport({ report, isReading, check, chosen, ...unknown }: Props) {
  if (report === null) {
    return (
      <p className="text-muted">
        {isReading ? 'Reading…' : 'What you paste is read here before anything is selected.'}
      </p>
    )
  }
  const { duplicates, duplicateCount, malformed, malformedCount, tooMany } = report
  const limit = formatCount(SELECTION_LIMIT)
  return (
    <div
      aria-live="polite"
      aria-busy={isReading || check.state === 'checking'}
      className="grid content-start gap-3"
    >
      <div className="text-md">
        <State tone="succeeded" words={`${formatCount(chosen)} will be selected`} />
        <p className="text-faint text-xs">{checkWords(check)}</p>
      </div>
      <ul>
        {tooMany > 0 ? (
          <IdFinding tone="failed" words={`${formatCount(tooMany)} too many`} rows={[]} count={tooMany}>
            <Small>
              One refresh takes at most {limit} named tokens. The first {limit} are taken; submit the rest as
              another refresh.
            </Small>
          </IdFinding>
        ) : null}
        {duplicateCount > 0 ? (
          <IdFinding
            tone="pending"
            words={`${formatCount(duplicateCount)} more than once in the list`}
            rows={duplicates}
            count={duplicateCount}
          />
        ) : null}
        {check.state === 'checked' && check.checked.unknownCount > 0 ? (
          <UnknownIds report={report} check={check} {...unknown} />
        ) : null}
        {malformedCount > 0 ? (
          <IdFinding
            tone="failed"
            words={`${formatCount(malformedCount)} not token ids`}
            rows={malformed}
            count={malformedCount}
          />
        ) : null}
      </ul>
    </div>
  )
}

function checkWords(check: IdCheck): string {
  if (check.state === 'checking') return 'Checking them against the collection…'
  if (check.state === 'error') return `Not checked against the collection: ${check.message}`
  if (check.state === 'none') return 'Not checked: the desk has not counted this collection yet.'
  return check.checked.unknownCount === 0
    ? 'All of them are in this collection.'
    : 'Checked against the collection as the desk last counted it.'
}
