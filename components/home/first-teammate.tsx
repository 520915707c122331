'use client'

import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/lib/api/members.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { hasRole } from '@/lib/domain/team/model.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'

/** For an admin who is alone here: what a teammate gains, and where to add one. */
export function FirstTeammate() {
  const { member } = useSession()
  const { data } = useQuery(membersQuery())
  if (data?.items.length !== 1 || !hasRole(member.role, 'admin')) return null
  return (
    <Panel title="Team">
      <p className="text-muted text-sm">
        <strong className="font-semibold text-text">Only you so far.</strong> Teammates sign in with their own
        wallet and see every refresh and every failure. They need no key of yours.
      </p>
      <ButtonLink href="/team" className="mt-3">
        Add a teammate
      </ButtonLink>
    </Panel>
  )
}
