'use client'
import { useMutation } from '@tanstack/react-query'
import { removeMemberMutation } from '@/lib/api/members.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { Button } from '../ui/button.tsx'
import { DialogFooter } from '../ui/overlays/dialog-footer.tsx'
import { DialogFrame } from '../ui/overlays/dialog-frame.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'

type Props = { member: Member; isMe: boolean; isOpen: boolean; onClose: () => void }

/** Says what removal does. */
export function RemoveMemberDialog({ member, isMe, isOpen, onClose }: Props) {
  const remove = useMutation(removeMemberMutation())
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title={isMe ? 'Remove yourself' : `Remove ${member.name ?? member.address}`}
      size="sm"
    >
      <div className="space-y-4 p-5">
        <p className="text-sm">
          {isMe ? 'You are' : 'They are'} signed out everywhere at once, and {isMe ? 'your' : 'their'}{' '}
          signatures are deleted. {isMe ? 'Your' : 'Their'} past actions stay in the history.
        </p>
        {remove.error && <RequestErrorNote error={remove.error} />}
        <DialogFooter>
          <Button onClick={onClose}>Back</Button>
          <Button
            variant="danger"
            isBusy={remove.isPending}
            onClick={() => remove.mutate(member.id, { onSuccess: onClose })}
          >
            Remove member
          </Button>
        </DialogFooter>
      </div>
    </DialogFrame>
  )
}
