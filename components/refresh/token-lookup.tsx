'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { failuresQuery } from '@/lib/api/refreshes.ts'
import { causeTitle } from './cause-words.ts'

/** Whether this very token is among the failures; `tokenId` is null while what is typed is no token id. */
export function TokenLookup({ refreshId, tokenId }: { refreshId: string; tokenId: string | null }) {
  const asked = useDeferredValue(tokenId)
  const { data, isFetching } = useInfiniteQuery({
    ...failuresQuery(refreshId, { tokenId: asked ?? '0' }),
    enabled: asked !== null,
  })
  const failure = data?.pages[0]?.items[0]
  const words =
    asked === null
      ? 'A token id is a whole number.'
      : failure
        ? `#${failure.tokenId} failed: ${causeTitle({ errorCode: failure.errorCode, httpStatus: failure.httpStatus, bodyKind: null })}.`
        : isFetching
          ? 'Looking …'
          : `#${asked} is not among the failures.`
  return (
    <p role="status" className="break-all border-line border-b bg-well px-4 py-2 text-muted text-sm">
      {words}
    </p>
  )
}
