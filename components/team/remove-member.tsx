'use client'
import { useState } from 'react'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { Button } from '../ui/button.tsx'
import { onOpening } from '../ui/overlays/on-opening.tsx'

const RemoveMemberDialog = onOpening(() =>
  import('./remove-member-dialog.tsx').then((module) => module.RemoveMemberDialog),
)

/** Asks for confirmation. */
export function RemoveMember({ member, isMe }: { member: Member; isMe: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        aria-label={`Remove ${member.name ?? member.address}`}
        onClick={() => setIsOpen(true)}
      >
        Remove
      </Button>
      <RemoveMemberDialog member={member} isMe={isMe} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
