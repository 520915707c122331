import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CollectionFrame } from '@/components/collection/frame/collection-frame.tsx'
import { collection, findKnown, index } from '../../../../prefetch/collections.ts'
import { Prefetched } from '../../../../prefetch/prefetched.tsx'
import { readCollectionKey } from '../read-params.ts'

type Params = Promise<{ network: string; address: string }>
type Props = { params: Params; children: ReactNode }

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { network, address } = readCollectionKey(await params)
  return { title: (await findKnown(network, address))?.name ?? 'Collection' }
}

export default async function CollectionLayout({ params, children }: Props) {
  const key = readCollectionKey(await params)
  return (
    <Prefetched queries={[await collection(key), index(key)]}>
      <CollectionFrame collectionKey={key}>{children}</CollectionFrame>
    </Prefetched>
  )
}
