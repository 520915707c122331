import 'server-only'
import { cache } from 'react'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { refreshesQuery, refreshQuery } from '@/lib/api/refreshes.ts'
import { ChangedItems } from '@/lib/domain/refreshes/changed-items-schema.ts'
import { RefreshDetail, RefreshPage, RefreshQuery } from '@/lib/domain/refreshes/model-schema.ts'
import { getRefresh } from '@/lib/services/refreshes/get-refresh.ts'
import { listCurrentRefreshes } from '@/lib/services/refreshes/list-current-refreshes.ts'
import { listRefreshes } from '@/lib/services/refreshes/list-refreshes.ts'
import { pageContext } from './page-context.ts'
import { prefetch } from './prefetch.ts'

/** Read once for the page and for its title. */
export const readRefresh = cache(async (id: string) => getRefresh(await pageContext(), id))

export const currentRefreshes = () =>
  prefetch(
    currentRefreshesQuery(),
    ChangedItems.shape.items,
    async (ctx) => (await listCurrentRefreshes(ctx)).items,
  )

export const refresh = (id: string) => prefetch(refreshQuery(id), RefreshDetail, () => readRefresh(id))

/** `search` as the query of `GET /api/refreshes`. */
export const refreshes = (search: URLSearchParams) =>
  prefetch(refreshesQuery(search), RefreshPage, (ctx) =>
    listRefreshes(ctx, RefreshQuery.parse(Object.fromEntries(search))),
  )
