'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { failuresQuery } from '@/lib/api/refreshes.ts'
import { findTokenId } from '@/lib/domain/assets/id-list/numbers/find-token-id.ts'
import type { RefreshDetail, RefreshSource } from '@/lib/domain/refreshes/model-schema.ts'
import { knowsOnlyFailures } from '@/lib/domain/refreshes/source.ts'
import { Button } from '../../ui/button.tsx'

type Props = {
  refresh: Pick<RefreshDetail, 'id' | 'source'>
  typed: string
  onShow: (cause: string, tokenId: string) => void
}

/** Whether a token is among the failures; `typed` may be no token id. */
export function TokenLookup({ refresh, typed, onShow }: Props) {
  const asked = useDeferredValue(findTokenId(typed))
  const { data, isFetching } = useInfiniteQuery({
    ...failuresQuery(refresh.id, { tokenId: asked ?? '0' }),
    enabled: asked !== null,
  })
  const failure = data?.pages[0]?.items[0]
  const words =
    asked === null
      ? 'A token id is a whole number.'
      : failure
        ? `#${failure.tokenId} failed: ${failure.title}.`
        : isFetching
          ? 'Searching…'
          : missText(asked, refresh.source)
  return (
    <div className="flex flex-wrap items-center gap-3 border-line border-b bg-well px-4 py-2 text-muted text-sm">
      <p role="status" className="min-w-0 break-all">
        {words}
      </p>
      {failure ? (
        <Button size="sm" onClick={() => onShow(failure.cause, failure.tokenId)}>
          Show
        </Button>
      ) : null}
    </div>
  )
}

function missText(tokenId: string, source: RefreshSource): string {
  const miss = `#${tokenId} is not among the failures.`
  return knowsOnlyFailures(source)
    ? `${miss} It may still have been part of this refresh: the network lists only failed tokens.`
    : miss
}
