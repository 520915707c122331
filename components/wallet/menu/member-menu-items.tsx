'use client'
import { useMutation } from '@tanstack/react-query'
import { LogOut, Settings } from 'lucide-react'
import type { ReactElement } from 'react'
import { signOutMutation } from '@/lib/api/session.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { Menu, MenuItem, MenuLink } from '../../ui/overlays/menu.tsx'

export function MemberMenuItems({ trigger, member }: { trigger: ReactElement; member: Member }) {
  const signOut = useMutation(signOutMutation())
  const leave = () => signOut.mutate('here', { onSuccess: () => window.location.assign('/sign-in') })
  return (
    <Menu trigger={trigger} label="You" isOpenAtFirst>
      <p className="px-2.5 py-1.5 text-faint text-xs">
        {shortAddress(member.address)}, {member.role}
      </p>
      <MenuLink href="/settings">
        <Settings aria-hidden />
        Settings
      </MenuLink>
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}
