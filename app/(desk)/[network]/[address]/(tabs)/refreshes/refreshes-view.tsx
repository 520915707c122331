'use client'

import { RefreshesTab } from '@/components/collection/refreshes/refreshes-tab.tsx'
import { RefreshList } from '@/components/refresh/history/refresh-list.tsx'
import { threadsOf } from '@/components/refresh/history/retry-threads.ts'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { signToImport } from '../../sign-here.tsx'

/** Joins the collection area, the refresh area and the wallet area. */
export function RefreshesView({ collectionKey }: { collectionKey: CollectionKey }) {
  return (
    <RefreshesTab
      collectionKey={collectionKey}
      sign={signToImport}
      list={(refreshes) => <RefreshList threads={threadsOf(refreshes)} hasCollection={false} />}
    />
  )
}
