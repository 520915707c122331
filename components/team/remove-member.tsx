'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { removeMemberMutation } from '@/lib/api/members.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { DialogFooter } from '../ui/overlays/dialog-footer.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'

/** Asks for confirmation, saying what removal does. */
export function RemoveMember({ member, isMe }: { member: Member; isMe: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const remove = useMutation(removeMemberMutation())
  const called = member.name ?? member.address

  return (
    <>
      <Button variant="quiet" aria-label={`Remove ${called}`} onClick={() => setIsOpen(true)}>
        Remove
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={isMe ? 'Remove yourself' : `Remove ${called}`}
        size="sm"
      >
        <div className="space-y-4 p-5">
          <p className="text-sm">
            {isMe ? 'You are' : 'They are'} signed out everywhere at once, and {isMe ? 'your' : 'their'}{' '}
            signatures are deleted. {isMe ? 'Your' : 'Their'} past actions stay in the history.
          </p>
          {remove.error && <RequestErrorNote error={remove.error} />}
          <DialogFooter>
            <Button onClick={() => setIsOpen(false)}>Back</Button>
            <Button
              variant="danger"
              isBusy={remove.isPending}
              onClick={() => remove.mutate(member.id, { onSuccess: () => setIsOpen(false) })}
            >
              Remove member
            </Button>
          </DialogFooter>
        </div>
      </Dialog>
    </>
  )
}
