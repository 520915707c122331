import type { ReactNode } from 'react'
import type { TokenIdReport } from '../../lib/collection/parse-token-ids.ts'
import { SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import { State } from '../ui/state.tsx'
import { shortTokenId } from './short-token-id.ts'

const SHOWN = 50

type Props = { report: TokenIdReport | null; isReading: boolean }

/** Nothing that was pasted is dropped without a word. */
export function IdReport({ report, isReading }: Props) {
  if (report === null) {
    return (
      <p className="text-muted">
        {isReading ? 'Reading…' : 'What you paste is read here before anything is selected.'}
      </p>
    )
  }
  const { ids, duplicates, duplicateCount, malformed, malformedCount, tooMany } = report
  return (
    <div aria-live="polite" aria-busy={isReading} className="grid content-start gap-3">
      <div className="text-md">
        <State tone="succeeded" words={`${formatCount(ids.length)} will be selected`} />
        <p className="text-faint text-xs">Not checked against the collection yet.</p>
      </div>
      <ul>
        {tooMany > 0 ? (
          <Finding>
            <State tone="failed" words={`${formatCount(tooMany)} too many`} />
            <Small>
              One refresh takes at most {formatCount(SELECTION_LIMIT)} tokens. The first{' '}
              {formatCount(SELECTION_LIMIT)} are taken; submit the rest as another refresh.
            </Small>
          </Finding>
        ) : null}
        {duplicateCount > 0 ? (
          <Finding>
            <State tone="pending" words={`${formatCount(duplicateCount)} more than once in the list`} />
            {duplicates.slice(0, SHOWN).map(({ text, line }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the report is replaced as a whole
              <Small key={at}>
                <code title={text}>{shortTokenId(text)}</code> line {formatCount(line)}
              </Small>
            ))}
            <More count={duplicateCount - SHOWN} />
          </Finding>
        ) : null}
        {malformedCount > 0 ? (
          <Finding>
            <State tone="failed" words={`${formatCount(malformedCount)} not token ids`} />
            {malformed.slice(0, SHOWN).map(({ text, line, why }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the report is replaced as a whole
              <Small key={at}>
                <code className="break-all">{text.slice(0, 40)}</code> line {formatCount(line)}: {why}
              </Small>
            ))}
            <More count={malformedCount - SHOWN} />
          </Finding>
        ) : null}
      </ul>
    </div>
  )
}

const Finding = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll by keyboard too
  <li tabIndex={0} className="grid max-h-48 gap-0.5 overflow-y-auto border-line border-t py-2">
    {children}
  </li>
)

const Small = ({ children }: { children: ReactNode }) => (
  <span className="text-faint text-xs">{children}</span>
)

const More = ({ count }: { count: number }) =>
  count > 0 ? <Small>and {formatCount(count)} more</Small> : null
