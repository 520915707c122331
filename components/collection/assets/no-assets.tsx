'use client'

import { CircleX, Search } from 'lucide-react'
import { isMissing } from '../../../lib/core/app-error.ts'
import { RequestError } from '../../../lib/core/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import type { Browse } from '../browse/use-browse.ts'
import { listFilters } from '../filters/filter-text.ts'

export function NoAssets({ browse }: { browse: Browse }) {
  const active = listFilters(browse.state, browse.network, useZone())
  if (active.length === 0) {
    return (
      <Empty icon={<Search aria-hidden />} title="No assets yet.">
        The network lists no tokens in this collection. Newly minted tokens appear here automatically.
      </Empty>
    )
  }
  return (
    <Empty
      icon={<Search aria-hidden />}
      title="No asset matches these filters."
      action={<Button onClick={browse.clearFilters}>Clear the filters</Button>}
    >
      {active.map(({ words }) => words).join(', ')}.
    </Empty>
  )
}

/** A filtered list that found nothing in the part of the collection read so far. */
export const NothingYet = ({ onContinue }: { onContinue: () => void }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="Nothing found so far."
    action={<Button onClick={onContinue}>Keep searching</Button>}
  >
    Only part of the collection has been searched. The rest may contain matches.
  </Empty>
)

/** Shown for a cursor that is no longer valid, for example because a count has finished since. */
export const LostPage = ({ browse }: { browse: Browse }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="This page of the list no longer exists."
    action={<Button onClick={() => browse.change({}, 'replace')}>Go to the first page</Button>}
  >
    The list has changed since you opened it. Your selection is kept.
  </Empty>
)

type NoAnswerProps = { error: Error; what: string; networkName: string; onRetry: () => void }

export function NoAnswer({ error, what, networkName, onRetry }: NoAnswerProps) {
  if (isMissing(error)) return <ErrorPanel error={error} />
  const requestId = error instanceof RequestError ? error.requestId : null
  return (
    <Empty
      icon={<CircleX aria-hidden className="text-failed" />}
      title={`${what} couldn’t be loaded from ${networkName}.`}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {error.message} Nothing is lost: your selection and the history are kept.
      {requestId ? (
        <span className="mt-2 block text-faint text-xs">
          Request <code className="font-mono">{requestId}</code>
        </span>
      ) : null}
    </Empty>
  )
}
