import type { ReactNode } from 'react'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import type { Address } from '../../../lib/domain/networks/address.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { signatureLife } from '../../ui/text/signature-text.ts'
import { Time } from '../../ui/text/time.tsx'
import type { Review } from './use-review.ts'

/** Renders the sign panel; passed in because wallets are another area. */
export type SignSlot = (props: {
  network: NetworkSlug
  collection: Address
  ownerAddress: Address
  label: string
  onSigned: () => void
}) => ReactNode

type Props = { review: Review; collection: CollectionDetail; label: string; sign: SignSlot }

export function ReviewSignature({ review, collection, label, sign }: Props) {
  const { signature, needsSignature, plan, submitOnce } = review
  if (!signature) return plan.error ? null : <Skeleton className="h-40 w-full" />
  if (!needsSignature) {
    return (
      <>
        <State tone="succeeded" words="No signature needed" />
        <p>
          {signature.signedAt ? (
            <>
              The one from <Time at={signature.signedAt} style="clock" />{' '}
              {signature.state === 'accepted' ? 'is still accepted' : 'has not been used yet'}.
            </>
          ) : (
            'A signature is already stored.'
          )}
        </p>
        <p className="text-faint text-xs">
          The owner’s signature is kept encrypted and used for the refreshes your team makes of the owner’s
          collections. {signatureLife} The owner sees each use and can delete it at any time.
        </p>
      </>
    )
  }
  if (collection.ownerAddress === null) {
    return <p>The network doesn’t say who owns this collection, so nobody can sign for it here.</p>
  }
  return sign({
    network: collection.network,
    collection: collection.address,
    ownerAddress: collection.ownerAddress,
    label,
    onSigned: () => {
      void plan.refetch()
      submitOnce()
    },
  })
}
