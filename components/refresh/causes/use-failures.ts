import { useInfiniteQuery } from '@tanstack/react-query'
import { failuresQuery } from '@/lib/api/refreshes.ts'
import { isTokenId } from '@/lib/domain/assets/token-id.ts'
import type { Cause, Failure } from '@/lib/domain/failures/failure-schema.ts'

/** The loaded failures of one cause and the selected one, which a link may name before it is loaded. */
export function useFailures(refreshId: string, cause: Cause, token: string | null) {
  const list = useInfiniteQuery(failuresQuery(refreshId, { cause: cause.key }))
  const failures = list.data?.pages.flatMap(({ items }) => items) ?? []
  const at = failures.findIndex(({ tokenId }) => tokenId === token)
  const isFurtherDown = token !== null && isTokenId(token) && list.isSuccess && at === -1
  const alone = useInfiniteQuery({
    ...failuresQuery(refreshId, { cause: cause.key, tokenId: token ?? '0' }),
    enabled: isFurtherDown,
  })
  const linked = isFurtherDown ? alone.data?.pages[0]?.items[0] : undefined
  const isLooking = list.isPending || (isFurtherDown && alone.isPending)
  const shown: Failure | undefined = isLooking ? undefined : (linked ?? failures[Math.max(0, at)])
  // New failures load like a next page, so that rows don't move while someone is reading.
  const showMore = list.hasNextPage
    ? () => void list.fetchNextPage()
    : failures.length < cause.count
      ? () => void list.refetch()
      : null
  return {
    failures,
    shown,
    before: at > 0 ? failures[at - 1] : undefined,
    next: linked ? undefined : failures[Math.max(0, at) + 1],
    showMore,
    isLoadingMore: list.isFetching,
    error: list.error ?? alone.error,
    retry: () => void (list.error ? list.refetch() : alone.refetch()),
  }
}
