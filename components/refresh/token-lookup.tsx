'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { failuresQuery } from '@/lib/api/refreshes.ts'
import { causeOf } from '@/lib/refresh/cause-of.ts'
import { Button } from '../ui/button.tsx'
import { causeTitle } from './cause-words.ts'

type Props = { refreshId: string; tokenId: string | null; onShow: (cause: string, tokenId: string) => void }

/** Whether this very token is among the failures; `tokenId` is null while what is typed is no token id. */
export function TokenLookup({ refreshId, tokenId, onShow }: Props) {
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
    <div className="flex flex-wrap items-center gap-3 border-line border-b bg-well px-4 py-2 text-muted text-sm">
      <p role="status" className="min-w-0 break-all">
        {words}
      </p>
      {failure ? (
        <Button size="sm" onClick={() => onShow(causeOf(failure), failure.tokenId)}>
          Show it
        </Button>
      ) : null}
    </div>
  )
}
