'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'

const SearchSoFar = dynamic(
  () => import('../actions/search-so-far.tsx').then((module) => module.SearchSoFar),
  { loading: () => null },
)

type Props = { batch: Batch; refresh: Pick<RefreshDetail, 'source' | 'batches'> }

/** Explains a rejected, lost, resent or oddly finished batch; renders nothing for the others. */
export function BatchRemark({ batch, refresh }: Props) {
  const { state, reason, resends } = batch
  if (state === 'lost') {
    return (
      <Remark>
        <SearchSoFar batch={batch} refresh={refresh} />
      </Remark>
    )
  }
  if (state === 'rejected') {
    return (
      <Remark>
        The network didn’t accept this request, so none of its tokens were refreshed.{' '}
        {reason ? <span className="break-words font-mono">{reason}</span> : null}
      </Remark>
    )
  }
  const again =
    resends > 0 ? 'Sent again because the first request never appeared in the network’s list.' : null
  const oddity = state === 'finished' ? reason : null
  if (!again && !oddity) return null
  return <Remark>{[again, oddity].filter(Boolean).join(' ')}</Remark>
}

const Remark = ({ children }: { children: ReactNode }) => (
  <p className="col-span-full text-muted text-xs md:pl-11">{children}</p>
)
