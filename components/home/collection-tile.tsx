import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { formatCount } from '@/lib/format/count.ts'
import { ButtonLink } from '../ui/button.tsx'
import { State } from '../ui/state.tsx'
import { Id } from '../ui/text/id.tsx'
import { Time } from '../ui/text/time.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { outcomeText } from './outcome-text.ts'

const SHOWN = 8

export function CollectionTile({ card }: { card: CollectionCard }) {
  const { address, failedLastTime, lastRefresh, name, network, preview } = card
  return (
    <li className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <div className="grid grid-cols-8 gap-px bg-line">
        {Array.from({ length: SHOWN }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: always eight, in the same order.
          <Thumbnail key={at} url={preview[at] ?? null} className="aspect-square w-full rounded-none" />
        ))}
      </div>
      <div className="p-4">
        <h3 title={name} className="line-clamp-2 font-semibold text-md wrap-anywhere">
          {name}
        </h3>
        <Id value={address} />
        <dl className="mt-3 flex gap-6 text-sm">
          <Fact name="Last refresh">{lastRefresh ? <Time at={lastRefresh.at} /> : 'never'}</Fact>
          <Fact name="Failed last time">{formatCount(failedLastTime)}</Fact>
        </dl>
        <div className="mt-3 flex flex-wrap items-center gap-2 border-line border-t pt-3">
          {lastRefresh ? (
            <LastOutcome last={lastRefresh} />
          ) : (
            <State tone="pending" words="Never refreshed here" />
          )}
          <ButtonLink href={`/${network}/${address}`} className="ml-auto" aria-label={`Browse ${name}`}>
            Browse
          </ButtonLink>
        </div>
      </div>
    </li>
  )
}

/** Names the refresh, because its outcome describes the refresh and not the collection. */
function LastOutcome({ last }: { last: NonNullable<CollectionCard['lastRefresh']> }) {
  const outcome = outcomeText(last)
  return (
    <Link href={`/refreshes/${last.id}`} className="flex flex-wrap gap-x-1.5 text-sm hover:underline">
      <span className="font-mono text-faint">{refreshName(last.number)}</span>
      {outcome ? <State {...outcome} /> : <State kind="refresh" value={last.state} />}
    </Link>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-faint text-xs">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}
