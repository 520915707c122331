'use client'

import { useQuery } from '@tanstack/react-query'
import { collectionsQuery } from '@/lib/api/collections.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Id } from '../ui/text/id.tsx'
import { CollectionTile } from './collection-tile.tsx'
import { OpenByAddress } from './open-by-address.tsx'

/** Collections this member's wallet owns, then the others of the team. */
export function Collections() {
  const { member } = useSession()
  const mine = useQuery(collectionsQuery({ owner: 'me' }))
  const team = useQuery(collectionsQuery({ owner: 'team' }))
  const others = team.data?.items.filter(({ ownerAddress }) => ownerAddress !== member.address) ?? []
  return (
    <>
      <section aria-labelledby="your-collections" className="flex flex-col gap-3">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 id="your-collections" className="font-semibold text-md">
            Your collections
          </h2>
          <span className="flex items-center gap-1 text-faint text-xs">
            owned by <Id value={member.address} hasCopy={false} />
          </span>
          <span className="ml-auto">
            <OpenByAddress />
          </span>
        </header>
        <Problem query={mine} />
        {mine.isPending ? <Skeleton className="h-44 w-full" /> : null}
        {mine.data?.items.length === 0 ? (
          <div className="rounded-lg border border-line bg-surface">
            <Empty title="Your wallet owns no collection here.">
              Open any collection by its address. Its owner signs; an operator can do everything else.
            </Empty>
          </div>
        ) : null}
        <Tiles cards={mine.data?.items ?? []} />
      </section>
      {others.length > 0 || team.error ? (
        <section aria-labelledby="team-collections" className="flex flex-col gap-3">
          <h2 id="team-collections" className="font-semibold text-md">
            Collections of your team
          </h2>
          <Problem query={team} />
          <Tiles cards={others} />
        </section>
      ) : null}
    </>
  )
}

type Asked = { error: Error | null; data: unknown; refetch: () => Promise<unknown> }

function Problem({ query: { error, data, refetch } }: { query: Asked }) {
  return error && !data ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null
}

function Tiles({ cards }: { cards: CollectionCard[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {cards.map((card) => (
        <CollectionTile key={`${card.network} ${card.address}`} card={card} />
      ))}
    </ul>
  )
}
