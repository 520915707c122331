'use client'

import { CircleX, Search } from 'lucide-react'
import { RequestError } from '../../../lib/core/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Browse } from '../browse/use-browse.ts'
import { listFilters } from '../filters/filter-text.ts'

export function NoAssets({ browse }: { browse: Browse }) {
  const active = listFilters(browse.state)
  if (active.length === 0) {
    return (
      <Empty icon={<Search aria-hidden />} title="No assets yet.">
        The network shows no token in this collection. Freshly minted ones appear here by themselves.
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

/** A search through the network that found nothing in the part it has read. */
export const NothingYet = ({ onGoOn }: { onGoOn: () => void }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="Nothing found so far."
    action={<Button onClick={onGoOn}>Search on</Button>}
  >
    The desk has read a part of the collection; the rest may have more.
  </Empty>
)

/** A place in a list that is answered in another way now, as when a count has ended since. */
export const LostPage = ({ browse }: { browse: Browse }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="This page of the list is no longer there."
    action={<Button onClick={() => browse.change({}, 'replace')}>Go to the first page</Button>}
  >
    The list was counted or changed since. Your selection stays.
  </Empty>
)

type NoAnswerProps = { error: Error; what: string; networkName: string; onRetry: () => void }

export function NoAnswer({ error, what, networkName, onRetry }: NoAnswerProps) {
  const requestId = error instanceof RequestError ? error.requestId : null
  return (
    <Empty
      icon={<CircleX aria-hidden className="text-failed" />}
      title={`${what} could not be read from ${networkName}.`}
      action={<Button onClick={onRetry}>Try now</Button>}
    >
      {error.message} Nothing is lost: your selection and the history stay.
      {requestId ? (
        <span className="mt-2 block text-faint text-xs">
          Request <code className="font-mono">{requestId}</code>
        </span>
      ) : null}
    </Empty>
  )
}
