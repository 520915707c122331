import type { Timeline } from './timeline.ts'

const RESET_LOOK = 'border-waiting-fill border-l border-dashed'
export const partlyFailedLook = 'bg-linear-to-r from-50% from-succeeded-fill to-50% to-failed-fill'
const bars = [
  ['waiting upstream', 'bg-info-line'],
  ['processing', 'bg-info-fill'],
  ['completed', 'bg-succeeded-fill'],
  ['partly failed', partlyFailedLook],
  ['failed', 'bg-failed-fill'],
] as const

/** What the colours and lines of the time axis mean; only the lines that are there. */
export function TimelineKey({ timeline: { now, reset, expected } }: { timeline: Timeline }) {
  return (
    <p className="hidden flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-faint text-xs md:flex">
      {bars.map(([words, look]) => (
        <span key={words} className="inline-flex items-center gap-1.5">
          <i aria-hidden className={`h-2 w-3.5 rounded-[2px] ${look}`} /> {words}
        </span>
      ))}
      {expected.size === 0 ? null : (
        <span className="inline-flex items-center gap-1.5">
          <i aria-hidden className="h-2 w-3.5 rounded-[2px] border border-line-control" /> expected
        </span>
      )}
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
