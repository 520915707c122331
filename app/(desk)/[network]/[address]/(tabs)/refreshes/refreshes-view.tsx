'use client'

import { RefreshesTab } from '@/components/collection/refreshes/refreshes-tab.tsx'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { signToImport } from '../../sign-here.tsx'

/** Where the collection area and the wallet area meet. */
export function RefreshesView({ collectionKey }: { collectionKey: CollectionKey }) {
  return <RefreshesTab collectionKey={collectionKey} sign={signToImport} />
}
