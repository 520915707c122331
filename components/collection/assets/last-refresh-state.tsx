import type { LastRefresh } from '../../../lib/domain/collections/model-schema.ts'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/text/time.tsx'
import type { Tone } from '../../ui/tone.ts'

type Props = {
  last: LastRefresh | null
  /** Shortens the age, for cards. */
  isShort?: boolean
}

/** The outcome of a token's last refresh here, and when. Renders two siblings for a flex row. */
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

/** A failure with status 200 means the body was unreadable. */
function failedText(httpStatus: number | null): string {
  if (httpStatus === null) return 'Failed'
  return httpStatus === 200 ? 'Failed, unreadable' : `Failed, ${httpStatus}`
}
