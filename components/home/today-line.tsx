'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { daysQuery } from '@/lib/api/activity.ts'
import { formatCount } from '@/lib/format/count.ts'
import { useZone } from '../ui/text/clock.tsx'

/** What was refreshed today, and what fails now. */
export function TodayLine() {
  const { data } = useQuery(daysQuery(useZone()))
  if (!data) return null
  const refreshed = data.days.at(-1)?.refreshed ?? 0
  const { tokens, isMore } = data.failing
  return (
    <p className="flex flex-wrap gap-x-4">
      <span>
        <strong className="font-semibold text-text">{formatCount(refreshed)}</strong>{' '}
        {refreshed === 1 ? 'token' : 'tokens'} refreshed today
      </span>
      {tokens > 0 ? (
        <Link href="/refreshes?problems=1" className="text-failed underline underline-offset-2">
          <strong className="font-semibold">
            {formatCount(tokens)}
            {isMore ? '+' : ''}
          </strong>{' '}
          failed last time
        </Link>
      ) : null}
    </p>
  )
}
