'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { membersQuery } from '@/lib/api/members.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { hasRole } from '@/lib/domain/team/model.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { plural } from '@/lib/format/count.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Avatar } from '../ui/text/avatar.tsx'

export function TeamCard() {
  const { member } = useSession()
  const { data } = useQuery(membersQuery())
  const members = data?.items ?? []
  return (
    <Panel
      title="Team"
      actions={
        <Link href="/team" className="text-accent-text text-sm underline underline-offset-2">
          {hasRole(member.role, 'admin') ? 'Manage' : 'See all'}
        </Link>
      }
    >
      {members.length > 1 ? (
        <>
          <p className="mb-2 font-medium text-sm">{plural(members.length, 'member')}</p>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5 text-sm">
            {members.slice(0, 6).map(({ id, name, address, role }) => (
              <li key={id} className="flex items-center gap-2">
                <Avatar address={address} />
                <span className="min-w-0 truncate" title={name ?? address}>
                  {name ?? shortAddress(address)}
                </span>
                <span className="ml-auto text-faint text-xs">{role}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-muted text-sm">
          <strong className="font-semibold text-text">Only you so far.</strong> Teammates sign in with their
          own wallet and see every refresh and every failure. They need no key of yours.
        </p>
      )}
      {hasRole(member.role, 'admin') ? (
        <ButtonLink href="/team" className="mt-3">
          Add a teammate
        </ButtonLink>
      ) : null}
    </Panel>
  )
}
