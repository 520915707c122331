import type { ReactNode } from 'react'
import { formatCount } from '../../lib/format/count.ts'
import { State } from '../ui/state.tsx'
import type { Tone } from '../ui/state-look.ts'
import { shortTokenId } from './short-token-id.ts'

export const SHOWN = 50

type Row = { text: string; line: number; why?: string }
type Props = { tone: Tone; words: string; rows: readonly Row[]; count: number; children?: ReactNode }

/** One kind of finding of the report, with the lines it was found in. */
export function IdFinding({ tone, words, rows, count, children }: Props) {
  const shown = rows.slice(0, SHOWN)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll by keyboard too
    <li tabIndex={0} className="grid max-h-48 gap-0.5 overflow-y-auto border-line border-t py-2">
      <State tone={tone} words={words} />
      {children}
      {shown.map(({ text, line, why }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the report is replaced as a whole
        <Small key={at}>
          {why ? (
            <>
              <code className="break-all">{text.slice(0, 40)}</code> line {formatCount(line)}: {why}
            </>
          ) : (
            <>
              <code title={text}>{shortTokenId(text)}</code> line {formatCount(line)}
            </>
          )}
        </Small>
      ))}
      {rows.length > 0 && count > shown.length ? (
        <Small>and {formatCount(count - shown.length)} more</Small>
      ) : null}
    </li>
  )
}

export const Small = ({ children }: { children: ReactNode }) => (
  <span className="text-faint text-xs">{children}</span>
)
