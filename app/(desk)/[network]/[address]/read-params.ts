import { notFound } from 'next/navigation'
import type { CollectionKey } from '@/lib/api/collections.ts'
import { isTokenId } from '@/lib/domain/assets/token-id.ts'
import { CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'

type Raw = { network: string; address: string }

/** The collection named in the URL; an invalid one leads to "not found". */
export function readCollectionKey({ network, address }: Raw): CollectionKey {
  const parsed = CollectionParams.safeParse({ network, address })
  return parsed.success ? parsed.data : notFound()
}

export function readTokenId(tokenId: string): string {
  return isTokenId(tokenId) ? tokenId : notFound()
}
