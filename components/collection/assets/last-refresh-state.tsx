import type { LastRefresh } from '../../../lib/domain/collections/model.ts'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/text/time.tsx'
import type { Tone } from '../../ui/tone.ts'

type Props = {
  last: LastRefresh | null
  /** On a card the age has few letters, and the words give way to it. */
  isShort?: boolean
}

/** What this desk last did to a token, and when; two neighbours for a flex row. */
export function LastRefreshState({ last, isShort = false }: Props) {
  const { tone, words } = lookOf(last)
  return (
    <>
      <State
        tone={tone}
        words={
          <span className="truncate" title={words}>
            {words}
          </span>
        }
        className="min-w-0 font-normal"
      />
      {last === null || last.state === 'refreshing' ? null : (
        <span className="shrink-0 text-faint">
          <Time at={last.at} style={isShort ? 'age' : 'relative'} />
        </span>
      )}
    </>
  )
}

function lookOf(last: LastRefresh | null): { tone: Tone; words: string } {
  if (last === null) return { tone: 'pending', words: 'Never refreshed' }
  if (last.state === 'refreshing') return { tone: 'info', words: 'Refreshing' }
  if (last.state === 'unknown') return { tone: 'unknown', words: 'Outcome unknown' }
  if (last.state === 'failed') return { tone: 'failed', words: failedText(last.httpStatus) }
  return { tone: 'succeeded', words: 'Refreshed' }
}

/** A 200 that failed had a body that nobody could read. */
function failedText(httpStatus: number | null): string {
  if (httpStatus === null) return 'Failed'
  return httpStatus === 200 ? 'Failed, unreadable' : `Failed, ${httpStatus}`
}
