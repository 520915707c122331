import type { ReactNode } from 'react'

/** Column widths shared by the head and rows of a wide batch list. */
export const BATCH_COLUMNS =
  '@min-[34rem]:grid-cols-[2rem_10rem_8.5rem_minmax(3rem,1fr)_5.5rem_3rem] @min-[55rem]:grid-cols-[2rem_10rem_8.5rem_5rem_5.5rem_3rem_minmax(0,1fr)]'

/** The time axis of a row or the head, shown when wide enough. The padding keeps the end labels from being cut. */
export function TimeAxis({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span aria-hidden className={`@min-[55rem]:block hidden px-7 ${className}`}>
      <span className="relative block h-full">{children}</span>
    </span>
  )
}
