'use client'
import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/lib/api/members.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { AddMemberForm } from './add-member-form.tsx'
import { MemberRow } from './member-row.tsx'
import { roleText } from './role-text.ts'

/** Members and roles. Everyone sees them; admins change them. */
export function TeamPanel() {
  const { member } = useSession()
  const { data, error, refetch } = useQuery(membersQuery())
  const isAdmin = member.role === 'admin'
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  return (
    <div className="space-y-6">
      {isAdmin && <AddMemberForm />}
      <Panel title="Members" detail={data?.items.length} isFlush>
        {data ? (
          <ul>
            {data.items.map((item) => (
              <MemberRow key={item.id} member={item} isMe={item.id === member.id} canManage={isAdmin} />
            ))}
          </ul>
        ) : (
          <SkeletonRows rows={3} />
        )}
      </Panel>
      <Panel title="Roles">
        <dl className="space-y-2 text-sm">
          {Object.entries(roleText).map(([role, { title, may }]) => (
            <div key={role} className="gap-4 sm:flex">
              <dt className="w-24 shrink-0 font-medium">{title}</dt>
              <dd className="text-muted">{may}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  )
}
