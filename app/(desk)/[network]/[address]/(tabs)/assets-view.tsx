'use client'

import { AssetsTab } from '@/components/collection/assets/assets-tab.tsx'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { signHere } from '../sign-here.tsx'
import { useOpenRefresh } from '../use-open-refresh.ts'

/** Joins the collection area and the wallet area. */
export function AssetsView({ collectionKey }: { collectionKey: CollectionKey }) {
  return <AssetsTab collectionKey={collectionKey} sign={signHere} onSubmitted={useOpenRefresh()} />
}
