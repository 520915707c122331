import type { Metadata } from 'next'
import { RefreshesTab } from '@/components/collection/refreshes-tab.tsx'
import { readCollectionKey } from '../../read-params.ts'

export const metadata: Metadata = { title: 'Refreshes of a collection' }

type Props = { params: Promise<{ network: string; address: string }> }

export default async function CollectionRefreshesPage({ params }: Props) {
  return <RefreshesTab collectionKey={readCollectionKey(await params)} />
}
