'use client'

import type { ReactNode } from 'react'
import type { RefreshPlan } from '../../../lib/domain/refreshes/submission-schema.ts'
import { formatCount } from '../../../lib/format/count.ts'
import { finishText } from '../../../lib/format/finish.ts'
import { Time } from '../../ui/text/time.tsx'
import { useNow } from '../../ui/text/use-now.ts'

const MINUTE_MS = 60_000

type Props = {
  count: number
  plan: RefreshPlan | null
  /** The network takes nothing now, so no time is known. */
  isWaiting: boolean
}
type Figure = { figure: ReactNode; words: ReactNode }

/** What the refresh needs, in one line. */
export function ReviewFigures({ count, plan, isWaiting }: Props) {
  const now = useNow(MINUTE_MS)
  const figures = plan ? figuresOf(count, plan, { now, isWaiting }) : waiting(count)
  return (
    <ol className="flex justify-between gap-3 border-line border-y bg-well px-5 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-1.5 max-md:px-4 max-md:py-2.5">
      {figures.map(({ figure, words }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always five, in the same order
          key={at}
          className="grid py-3 max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-1.5 max-md:py-0"
        >
          <b className="whitespace-nowrap font-semibold text-xl tabular-nums tracking-tight max-md:text-lg">
            {figure}
          </b>
          <span className="whitespace-nowrap text-muted text-xs">{words}</span>
        </li>
      ))}
    </ol>
  )
}

const waiting = (count: number): Figure[] => [
  { figure: count > 0 ? formatCount(count) : '…', words: 'tokens' },
  { figure: '…', words: 'requests' },
  { figure: '…', words: 'quota' },
  { figure: '…', words: 'expected finish' },
  { figure: '…', words: 'signatures' },
]

function figuresOf(
  count: number,
  plan: RefreshPlan,
  { now, isWaiting }: { now: Date; isWaiting: boolean },
): Figure[] {
  const hasSignature = plan.signature.state === 'accepted' || plan.signature.state === 'unproven'
  const more = plan.isAtLeast ? '+' : ''
  return [
    { figure: `${formatCount(count)}${more}`, words: count === 1 && !more ? 'token' : 'tokens' },
    {
      figure: `${formatCount(plan.requests)}${more}`,
      words: plan.requests === 1 && !more ? 'request' : 'requests',
    },
    isWaiting ? { figure: 'later', words: 'sent' } : quotaFigure(plan),
    { figure: finishText(isWaiting ? null : plan.timetable.finish, now).value, words: 'expected finish' },
    // The network may stop accepting a signature at any time.
    hasSignature
      ? { figure: '0', words: 'signatures now' }
      : { figure: plan.requests > 1 ? 'at least 1' : '1', words: 'signature' },
  ]
}

function quotaFigure({ sendsNow, requests, quota }: RefreshPlan): Figure {
  if (sendsNow === null) return { figure: 'not known yet', words: 'quota' }
  const later = requests - sendsNow
  if (later === 0 || quota.resetsAt === null) return { figure: 'now', words: 'sent' }
  return {
    figure: `${sendsNow} + ${later}`,
    words: (
      <>
        now, and after <Time at={quota.resetsAt} style="clock" />
      </>
    ),
  }
}
