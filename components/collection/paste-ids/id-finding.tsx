import type { ReactNode } from 'react'
import type { Place } from '../../../lib/domain/assets/id-list/id-source.ts'
import { formatCount } from '../../../lib/format/count.ts'
import { State } from '../../ui/state.tsx'
import type { Tone } from '../../ui/tone.ts'
import { shortTokenId } from '../frame/short-token-id.ts'

export const SHOWN = 50

type Props = {
  tone: Tone
  words: string
  places: readonly Place[]
  count: number
  unit: 'line' | 'item'
  children?: ReactNode
}

/** One kind of finding, with the lines it was found on. */
export function IdFinding({ tone, words, places, count, unit, children }: Props) {
  const shown = places.slice(0, SHOWN)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll by keyboard too
    <li tabIndex={0} className="grid max-h-48 gap-0.5 overflow-y-auto border-line border-t py-2">
      <State tone={tone} words={words} className="items-start! whitespace-normal! [&_svg]:mt-0.5" />
      {children}
      {shown.map(({ text, at }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the report is replaced as a whole
        <Small key={index}>
          {text === '' ? null : (
            <code title={text} className="wrap-anywhere">
              {/^\d+$/.test(text) ? shortTokenId(text) : text.slice(0, 60)}
            </code>
          )}{' '}
          {unit} {formatCount(at)}
        </Small>
      ))}
      {places.length > 0 && count > shown.length ? (
        <Small>and {formatCount(count - shown.length)} more</Small>
      ) : null}
    </li>
  )
}

export const Small = ({ children }: { children: ReactNode }) => (
  <span className="text-faint text-xs">{children}</span>
)
