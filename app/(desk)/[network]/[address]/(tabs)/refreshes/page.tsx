import type { Metadata } from 'next'
import { readCollectionKey } from '../../read-params.ts'
import { RefreshesView } from './refreshes-view.tsx'

export const metadata: Metadata = { title: 'Refreshes of a collection' }

type Props = { params: Promise<{ network: string; address: string }> }

export default async function CollectionRefreshesPage({ params }: Props) {
  return <RefreshesView collectionKey={readCollectionKey(await params)} />
}
