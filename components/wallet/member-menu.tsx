'use client'
import { useMutation } from '@tanstack/react-query'
import { ChevronDown, LogOut, Settings } from 'lucide-react'
import { signOutMutation } from '@/lib/api/session.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { cutMiddle } from '@/lib/format/address.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuLink } from '../ui/menu.tsx'

/** Who is signed in, and the way out. */
export function MemberMenu() {
  const { member } = useSession()
  const signOut = useMutation(signOutMutation())
  const address = cutMiddle(member.address, 6, 4)
  const leave = () => signOut.mutate('here', { onSuccess: () => window.location.assign('/sign-in') })
  const trigger = (
    <Button variant="quiet" isBusy={signOut.isPending} aria-label={`Signed in as ${member.name ?? address}`}>
      <Avatar address={member.address} />
      {member.name && <span className="max-w-32 truncate max-md:sr-only">{member.name}</span>}
      <span className="font-mono text-faint text-xs max-lg:hidden">{address}</span>
      <ChevronDown aria-hidden />
    </Button>
  )
  return (
    <Menu trigger={trigger} label="You">
      <p className="px-2.5 py-1.5 text-faint text-xs">
        {address}, {member.role}
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
