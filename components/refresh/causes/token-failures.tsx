'use client'

import type { Cause } from '@/lib/domain/failures/failure-schema.ts'
import type { RefreshCollection } from '@/lib/domain/refreshes/model-schema.ts'
import { cutMiddle } from '@/lib/format/address.ts'
import { formatCount } from '@/lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/text/time.tsx'
import { TokenFailure } from './token-failure.tsx'
import { useFailures } from './use-failures.ts'

type Props = {
  refreshId: string
  cause: Cause
  token: string | null
  onToken: (tokenId: string) => void
  batchCount: number
  collection: RefreshCollection
}

/** The tokens of one cause, and the failure of the selected one. */
export function TokenFailures({ refreshId, cause, token, onToken, batchCount, collection }: Props) {
  const { failures, shown, before, next, ...list } = useFailures(refreshId, cause, token)
  if (list.error) return <RequestErrorNote error={list.error} onRetry={list.retry} />
  if (!shown) return <SkeletonRows rows={3} label="Loading failures" />
  return (
    <div className="grid min-w-0 overflow-hidden rounded-md border border-line bg-surface md:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="min-w-0 border-line max-md:border-b md:border-r">
        <ul aria-label="Tokens" className="max-h-80 overflow-y-auto">
          {failures.map((failure) => (
            <li key={failure.id}>
              <button
                type="button"
                aria-current={failure.id === shown.id}
                onClick={() => onToken(failure.tokenId)}
                className="flex w-full items-center gap-3 border-line border-b px-3 py-2 text-left text-xs hover:bg-well aria-[current=true]:bg-accent-soft"
              >
                <span className="min-w-0 flex-1 truncate font-mono font-semibold" title={failure.tokenId}>
                  #{cutMiddle(failure.tokenId, 8, 6)}
                </span>
                <span>{failure.httpStatus ?? 'no answer'}</span>
                <Time at={failure.at} style="seconds" className="text-faint" />
              </button>
            </li>
          ))}
        </ul>
        {list.showMore ? (
          <div className="flex items-center gap-2 px-3 py-2 text-faint text-xs">
            {formatCount(failures.length)} of {formatCount(cause.count)}
            <Button size="sm" isBusy={list.isLoadingMore} onClick={list.showMore}>
              Show more
            </Button>
          </div>
        ) : null}
      </div>
      <TokenFailure
        failure={shown}
        batchCount={batchCount}
        place={`/${collection.network}/${collection.address}/assets/${shown.tokenId}`}
        onPrevious={before ? () => onToken(before.tokenId) : null}
        onNext={next ? () => onToken(next.tokenId) : null}
      />
    </div>
  )
}
