'use client'

import { LoaderCircle, RotateCw } from 'lucide-react'
import type { CollectionIndexState } from '../../../lib/domain/collections/collection-index-schema.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/text/time.tsx'
import type { MatchCount } from './use-match-count.ts'
import type { MatchingSelection } from './use-matching-selection.ts'

function syncText({ completedAt, count }: CollectionIndexState, matching: MatchCount | null): string {
  if (completedAt !== null) return 'counting changes'
  return matching?.tokens === count ? 'counting' : `counting, ${plural(count, 'asset')} so far`
}

type Props = { matching: MatchingSelection; shown: number }

/** How many assets match, the age of that number, and a button to count again. */
export function IndexLine({ matching: { matching, index, startIndex, starting }, shown }: Props) {
  const isSyncing = index?.state === 'running'
  const isBusy = isSyncing || starting.isPending
  const hasAge = isSyncing || Boolean(index?.completedAt)
  return (
    <div className="flex min-w-0 flex-wrap max-md:flex-1 items-center gap-x-2 gap-y-0.5 tabular-nums">
      <p className="whitespace-nowrap">
        <strong className="font-semibold">
          {matching?.isAtLeast ? 'at least ' : ''}
          {formatCount(matching?.tokens ?? shown)}
        </strong>{' '}
        {matching ? (matching.isAtLeast ? 'match so far' : 'match') : 'on this page'}
      </p>
      {/* A line of its own on phones, so that a longer age moves nothing below. */}
      <span className={`flex min-w-0 items-center gap-2 ${hasAge ? 'max-md:w-full' : ''}`}>
        {isSyncing ? (
          <span className="inline-flex min-w-0 items-center gap-1.5 text-info text-xs">
            <LoaderCircle
              aria-hidden
              className="size-3.5 flex-none animate-spin motion-reduce:animate-none"
            />
            <span className="truncate">{syncText(index, matching)}</span>
          </span>
        ) : index?.completedAt ? (
          <span className="min-w-0 truncate text-faint text-xs">
            counted <Time at={index.completedAt} />
          </span>
        ) : null}
        {startIndex && index && !isBusy ? (
          index.completedAt ? (
            <Button variant="quiet" size="sm" isIcon aria-label="Count again" onClick={startIndex}>
              <RotateCw aria-hidden />
            </Button>
          ) : (
            <Button size="sm" onClick={startIndex}>
              {index.state === 'stopped' ? 'Continue counting' : 'Count all'}
            </Button>
          )
        ) : null}
      </span>
      {index?.state === 'stopped' || starting.error ? (
        <span className="min-w-0 text-failed text-xs">
          {starting.error?.message ?? `Counting stopped. ${index?.error ?? ''}`}
        </span>
      ) : null}
    </div>
  )
}
