'use client'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { deleteSignatureMutation } from '@/lib/api/signatures.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import type { Signature } from '@/lib/domain/signatures/signature-schema.ts'
import { Button } from '../ui/button.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { Id } from '../ui/text/id.tsx'
import { Time } from '../ui/text/time.tsx'

const ends = {
  refused: 'refused by the network and deleted',
  expired: 'too old and deleted',
  deleted: 'deleted by a member',
  not_needed: 'no longer needed and deleted',
}

export function SignatureRow({ signature }: { signature: Signature }) {
  const remove = useMutation(deleteSignatureMutation())
  const owner = signature.ownerName ?? 'An owner'
  return (
    <li className="space-y-1 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="font-medium">{signature.isOwn ? 'You' : owner}</b>
        <Id kind="address" value={signature.ownerAddress} />
        <span className="text-xs text-faint">
          {signature.network}, signed <Time at={signature.signedAt} style="moment" />
        </span>
        {signature.canDelete && (
          <span className="ml-auto">
            <Button
              size="sm"
              variant="danger"
              isBusy={remove.isPending}
              onClick={() => remove.mutate(signature.id)}
            >
              Delete signature
            </Button>
          </span>
        )}
      </div>
      <p className="text-xs text-muted">{stateOf(signature)}</p>
      {signature.uses.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 text-xs text-muted">
          {signature.uses.slice(0, 8).map(({ refreshId, refreshNumber, by, at }) => (
            <li key={`${refreshId}${by?.id}`}>
              {by?.name ?? by?.address.slice(0, 8) ?? 'The desk'} for{' '}
              {refreshNumber === null ? (
                'a deleted refresh'
              ) : (
                <Link href={`/refreshes/${refreshId}`} className="text-accent-text underline">
                  {refreshName(refreshNumber)}
                </Link>
              )}
              , <Time at={at} style="moment" />
            </li>
          ))}
        </ul>
      )}
      {remove.error && <RequestErrorNote error={remove.error} />}
    </li>
  )
}

function stateOf({ endReason, provenAt, expiresAt, scope, uses }: Signature) {
  if (endReason) return `Ended: ${ends[endReason]}.`
  const used = provenAt ? 'Accepted by the network' : uses.length === 0 ? 'Not used yet' : 'Not accepted yet'
  return (
    <>
      {scope === 'watch'
        ? 'Came with a script’s request and is used only to read progress, never to send. '
        : ''}
      {used}. Kept until <Time at={expiresAt} style="moment" /> at most.
    </>
  )
}
