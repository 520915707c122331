import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CollectionFrame } from '@/components/collection/frame/collection-frame.tsx'
import { readCollectionKey } from '../read-params.ts'

export const metadata: Metadata = { title: 'Collection' }

type Props = { params: Promise<{ network: string; address: string }>; children: ReactNode }

export default async function CollectionLayout({ params, children }: Props) {
  return <CollectionFrame collectionKey={readCollectionKey(await params)}>{children}</CollectionFrame>
}
