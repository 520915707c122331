import { barLooks, kindsInKey } from './bar-looks.ts'
import type { Bar, Timeline } from './timeline.ts'

const RESET_LOOK = 'border-waiting-fill border-l border-dashed'

type Props = { timeline: Timeline; drawn: Iterable<Bar['kind']> }

/** The key to the colours and lines that the time axis uses. */
export function TimelineKey({ timeline: { now, reset }, drawn }: Props) {
  return (
    <p className="@min-[55rem]:flex hidden flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-faint text-xs">
      {kindsInKey(drawn).map((kind) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <i aria-hidden className={`h-2 w-3.5 rounded-[2px] ${barLooks[kind].look}`} />{' '}
          {barLooks[kind].words}
        </span>
      ))}
      {reset === null ? null : (
        <span className="inline-flex items-center gap-1.5">
          <i aria-hidden className={`h-3 ${RESET_LOOK}`} /> quota resets
        </span>
      )}
      {now === null ? null : (
        <span className="inline-flex items-center gap-1.5">
          <i aria-hidden className="h-3 w-px bg-text" /> now
        </span>
      )}
    </p>
  )
}

export function TimelineLines({ timeline: { now, reset } }: { timeline: Timeline }) {
  return (
    <>
      {reset === null ? null : (
        <span className={`absolute inset-y-0 ${RESET_LOOK}`} style={{ left: `${reset}%` }} />
      )}
      {now === null ? null : <span className="absolute inset-y-0 w-px bg-text" style={{ left: `${now}%` }} />}
    </>
  )
}
