'use client'
import { useMutation } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { changeMemberMutation } from '@/lib/api/members.ts'
import { changeMeMutation } from '@/lib/api/session.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/forms/field.tsx'

type Props = { member: Member; isMe: boolean; canRename: boolean }

/** Members edit their own name; admins edit anyone's. */
export function MemberName({ member, isMe, canRename }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const other = useMutation(changeMemberMutation())
  const me = useMutation(changeMeMutation())
  const error = isMe ? me.error : other.error

  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const name = draft?.trim()
    if (!name) return
    await (isMe ? me.mutateAsync({ name }) : other.mutateAsync({ id: member.id, name }))
    setDraft(null)
  }

  if (draft !== null) {
    return (
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => void handleSubmit(event).catch(() => {})}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      >
        <Field label="Name" error={error?.message}>
          {(wiring) => (
            <Input
              {...wiring}
              value={draft}
              maxLength={60}
              onChange={(event) => setDraft(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" isBusy={me.isPending || other.isPending}>
          Save
        </Button>
        <Button variant="quiet" onClick={() => setDraft(null)}>
          Back
        </Button>
      </form>
    )
  }
  return (
    <p className="flex min-w-0 items-center gap-1.5">
      <span className="min-w-0 truncate font-medium" title={member.name ?? undefined}>
        {member.name ?? 'No name yet'}
      </span>
      {isMe && <span className="text-xs text-faint">you</span>}
      {canRename && (
        <Button
          variant="quiet"
          size="sm"
          isIcon
          aria-label={`Rename ${member.name ?? member.address}`}
          onClick={() => setDraft(member.name ?? '')}
        >
          <Pencil aria-hidden />
        </Button>
      )}
    </p>
  )
}
