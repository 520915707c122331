'use client'

import {
  formatAge,
  formatClock,
  formatClockSeconds,
  formatExact,
  formatMoment,
  formatRelative,
} from '@/lib/format/time.ts'
import { useNow } from './use-now.ts'

const formats = { relative: formatRelative, age: formatAge }
const styles = { clock: formatClock, seconds: formatClockSeconds, moment: formatMoment }

type Props = { at: string; style?: keyof typeof styles | 'relative' | 'age'; className?: string }

/** A readable time, with the exact UTC value on hover. Formatted in the browser's time zone. */
export function Time({ at, style = 'relative', className }: Props) {
  return (
    <time dateTime={at} title={formatExact(at)} className={className} suppressHydrationWarning>
      {style === 'relative' || style === 'age' ? (
        <Relative at={at} format={formats[style]} />
      ) : (
        styles[style](at)
      )}
    </time>
  )
}

function Relative({ at, format }: { at: string; format: (iso: string, now: Date) => string }) {
  return format(at, useNow(10_000))
}
