import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { Avatar } from '../ui/text/avatar.tsx'

type Props = { card: Pick<CollectionCard, 'ownerAddress' | 'ownerName'>; isOwn: boolean }

/** Who owns a collection: the member who looks, another one, or an address. */
export function Owner({ card: { ownerAddress, ownerName }, isOwn }: Props) {
  if (!ownerAddress) return <span className="text-faint">not known</span>
  const words = isOwn ? 'You' : (ownerName ?? shortAddress(ownerAddress))
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={ownerAddress}>
      <Avatar address={ownerAddress} />
      <span className={`truncate ${isOwn || ownerName ? '' : 'font-mono text-muted text-xs'}`}>{words}</span>
    </span>
  )
}
