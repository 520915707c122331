'use client'

import { LoaderCircle, RotateCw } from 'lucide-react'
import { formatCount } from '../../lib/format/count.ts'
import { Button } from '../ui/button.tsx'
import { Time } from '../ui/time.tsx'
import type { MatchingSelection } from './use-matching-selection.ts'

type Props = { matching: MatchingSelection; shown: number }

/** How many assets match, how old that number is, and the way to a newer one. */
export function IndexLine({ matching: { matching, index, startIndex, starting }, shown }: Props) {
  const isWalking = index?.state === 'walking'
  const isBusy = isWalking || starting.isPending
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 tabular-nums">
      <p className="whitespace-nowrap">
        <strong className="font-semibold">
          {matching?.isAtLeast ? 'at least ' : ''}
          {formatCount(matching?.tokens ?? shown)}
        </strong>{' '}
        {matching ? (matching.isAtLeast ? 'match so far' : 'match') : 'on this page'}
      </p>
      {isWalking ? (
        <span className="inline-flex items-center gap-1.5 text-info text-xs">
          <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
          {index.completedAt
            ? 'counting what changed'
            : `counting, ${formatCount(index.count)} assets so far`}
        </span>
      ) : index?.completedAt ? (
        <span className="text-faint text-xs">
          counted <Time at={index.completedAt} />
        </span>
      ) : null}
      {index?.state === 'stopped' || starting.error ? (
        <span className="min-w-0 text-failed text-xs">
          {starting.error?.message ?? `Counting stopped. ${index?.error ?? ''}`}
        </span>
      ) : null}
      {startIndex && index && !isBusy ? (
        index.completedAt ? (
          <Button variant="quiet" size="sm" isIcon aria-label="Count again" onClick={startIndex}>
            <RotateCw aria-hidden />
          </Button>
        ) : (
          <Button size="sm" onClick={startIndex}>
            {index.state === 'stopped' ? 'Go on counting' : 'Count all'}
          </Button>
        )
      ) : null}
    </div>
  )
}
