import type { ReactNode } from 'react'

/** Of the list of batches where it is wide enough, so that every row and the head have columns of one width. */
export const BATCH_COLUMNS =
  '@min-[34rem]:grid-cols-[2rem_10rem_8.5rem_minmax(3rem,1fr)_5.5rem_3rem] @min-[55rem]:grid-cols-[2rem_10rem_8.5rem_5rem_5.5rem_3rem_minmax(0,1fr)]'

/** The time axis of a row or of the head, where there is room for one; its ends leave half a label free, so that none is cut. */
export function TimeAxis({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span aria-hidden className={`@min-[55rem]:block hidden px-7 ${className}`}>
      <span className="relative block h-full">{children}</span>
    </span>
  )
}
