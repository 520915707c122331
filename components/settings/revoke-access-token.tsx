'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { revokeAccessTokenMutation } from '@/lib/api/access-tokens.ts'
import type { AccessToken } from '@/lib/domain/team/access-token-schema.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { DialogFooter } from '../ui/overlays/dialog-footer.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'

type Props = { token: AccessToken; isExpired: boolean }

/** Asks for confirmation before a token is revoked; an expired one is only removed from the list. */
export function RevokeAccessToken({ token: { id, name, member, isOwn }, isExpired }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const revoke = useMutation(revokeAccessTokenMutation())
  const word = isExpired ? 'Remove' : 'Revoke'
  return (
    <>
      <Button size="sm" variant="danger" aria-label={`${word} ${name}`} onClick={() => setIsOpen(true)}>
        {word}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={`${word} an access token`} size="sm">
        <div className="space-y-4 p-5 text-sm">
          <p className="wrap-anywhere">
            {isExpired ? 'It has expired: scripts' : 'Scripts'} that use “{name}”
            {isOwn ? '' : ` of ${member.name ?? member.address}`} are refused
            {isExpired ? ' already' : ' from now on'}. Refreshes made with it stay in the history.
          </p>
          {revoke.error && <RequestErrorNote error={revoke.error} />}
          <DialogFooter>
            <Button onClick={() => setIsOpen(false)}>Back</Button>
            <Button variant="danger" isBusy={revoke.isPending} onClick={() => revoke.mutate(id)}>
              {word} token
            </Button>
          </DialogFooter>
        </div>
      </Dialog>
    </>
  )
}
