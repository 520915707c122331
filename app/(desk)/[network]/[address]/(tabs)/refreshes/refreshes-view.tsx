'use client'

import { RefreshesTab } from '@/components/collection/refreshes/refreshes-tab.tsx'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { signToImport } from '../../sign-here.tsx'

/** Joins the collection area and the wallet area. */
export function RefreshesView({ collectionKey }: { collectionKey: CollectionKey }) {
  return <RefreshesTab collectionKey={collectionKey} sign={signToImport} />
}
