import type { LastRefresh } from '../../lib/collection/model.ts'
import { State } from '../ui/state.tsx'
import { Time } from '../ui/time.tsx'

type Props = { last: LastRefresh | null }

/** What this desk last did to a token, and when; two neighbours for a flex row. */
export function LastRefreshState({ last }: Props) {
  if (last === null) return <State tone="pending" words="Never refreshed" className="font-normal" />
  if (last.state === 'refreshing') return <State tone="info" words="Refreshing" className="font-normal" />
  if (last.state === 'unknown') {
    return (
      <>
        <State tone="unknown" words="Outcome unknown" className="font-normal" />
        <span className="truncate text-faint">
          <Time at={last.at} />
        </span>
      </>
    )
  }
  const isFailed = last.state === 'failed'
  const words = isFailed ? failedWords(last.httpStatus) : 'Refreshed'
  return (
    <>
      <State tone={isFailed ? 'failed' : 'succeeded'} words={words} className="font-normal" />
      <span className="truncate text-faint">
        <Time at={last.at} />
      </span>
    </>
  )
}

/** A 200 that failed had a body that nobody could read. */
function failedWords(httpStatus: number | null): string {
  if (httpStatus === null) return 'Failed'
  return httpStatus === 200 ? 'Failed, unreadable' : `Failed, ${httpStatus}`
}
