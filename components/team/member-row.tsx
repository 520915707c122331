'use client'
import { useMutation } from '@tanstack/react-query'
import { changeMemberMutation } from '@/lib/api/members.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { Avatar } from '../ui/text/avatar.tsx'
import { Id } from '../ui/text/id.tsx'
import { Time } from '../ui/text/time.tsx'
import { MemberName } from './member-name.tsx'
import { RemoveMember } from './remove-member.tsx'
import { RoleSelect } from './role-select.tsx'
import { roleText } from './role-text.ts'

type Props = { member: Member; isMe: boolean; canManage: boolean }

export function MemberRow({ member, isMe, canManage }: Props) {
  const change = useMutation(changeMemberMutation())
  const called = member.name ?? member.address
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <Avatar address={member.address} className="size-7" />
        <div className="min-w-40 flex-1 basis-0">
          <MemberName member={member} isMe={isMe} canRename={canManage || isMe} />
          <div className="text-xs text-faint">
            <Id kind="address" value={member.address} />
          </div>
        </div>
        <p className="text-xs text-faint">{seen(member)}</p>
        {canManage ? (
          <>
            <RoleSelect
              label={`Role of ${called}`}
              hasHiddenLabel
              role={member.role}
              isDisabled={change.isPending}
              onChange={(role) => change.mutate({ id: member.id, role })}
            />
            <RemoveMember member={member} isMe={isMe} />
          </>
        ) : (
          <span>{roleText[member.role].title}</span>
        )}
      </div>
      {change.error && (
        <div className="mt-2">
          <RequestErrorNote error={change.error} />
        </div>
      )}
    </li>
  )
}

function seen({ lastSeenAt }: Member) {
  if (!lastSeenAt) return 'not signed in yet'
  return (
    <>
      last seen <Time at={lastSeenAt} />
    </>
  )
}
