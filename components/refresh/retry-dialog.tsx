'use client'

import { plural } from '@/lib/format/count.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import type { SignSlot } from './sign-slot.ts'
import type { Retry } from './use-retry.ts'

type Props = { retry: Retry; isOpen: boolean; onClose: () => void; sign: SignSlot }

/** Where the owner signs for a retry: only for collections of which the desk has no signature. */
export function RetryDialog({ retry, isOpen, onClose, sign }: Props) {
  const { unsigned, tokens, plan } = retry
  const missing = plan?.items.filter(({ hasGrant }) => !hasGrant).length ?? 0
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Retry ${plural(tokens, 'token')}`}
      description={
        missing > 1
          ? `The owners of ${missing} collections sign once each; the desk does the rest.`
          : 'The owner signs once; the desk does the rest.'
      }
      size="sm"
    >
      <div className="grid gap-3 p-5">
        {unsigned ? (
          <div key={unsigned.collection} className="grid gap-3">
            <p className="font-medium text-sm">{unsigned.name}</p>
            {sign({
              network: unsigned.network,
              collection: unsigned.collection,
              ownerAddress: unsigned.ownerAddress,
              label: missing > 1 ? 'Sign' : `Sign and retry ${plural(tokens, 'token')}`,
              onSigned: () => void retry.startWhenSigned(),
            })}
          </div>
        ) : (
          <p className="text-muted text-sm">Signed. The retry begins.</p>
        )}
        {retry.error ? <RequestErrorNote error={retry.error} /> : null}
      </div>
    </Dialog>
  )
}
