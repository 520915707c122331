import type { RefreshSummary } from '@/lib/refresh/model.ts'
import { RefreshRow } from './refresh-row.tsx'

/** Rows of refreshes without a head: on Home and on a collection's page. */
export function RefreshRows({
  refreshes,
  hasCollection = true,
}: {
  refreshes: RefreshSummary[]
  hasCollection?: boolean
}) {
  return (
    <ul>
      {refreshes.map((refresh) => (
        <li key={refresh.id} className="border-line border-t first:border-t-0">
          <RefreshRow refresh={refresh} hasCollection={hasCollection} />
        </li>
      ))}
    </ul>
  )
}
