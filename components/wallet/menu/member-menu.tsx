'use client'
import { ChevronDown } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useSession } from '@/lib/api/use-session.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { Button } from '../../ui/button.tsx'
import { useOnFirstUse } from '../../ui/overlays/use-on-first-use.ts'
import { Avatar } from '../../ui/text/avatar.tsx'

const load = () => import('./member-menu-items.tsx').then((module) => module.MemberMenuItems)
const MemberMenuItems = dynamic(load)

/** The signed-in member and their menu, which is loaded on first use. */
export function MemberMenu() {
  const { member } = useSession()
  const { isWanted, open, near } = useOnFirstUse(load)
  const address = shortAddress(member.address)
  const trigger = (
    <Button variant="quiet" aria-haspopup="menu" {...near} onClick={open} className="max-xl:min-w-0">
      <Avatar address={member.address} />
      <span className="sr-only">Signed in as</span>
      {member.name && (
        <span className="max-w-32 truncate max-lg:sr-only" title={member.name}>
          {member.name}
        </span>
      )}
      <span className="font-mono text-faint text-xs max-xl:sr-only">{address}</span>
      <ChevronDown aria-hidden />
    </Button>
  )
  return isWanted ? <MemberMenuItems trigger={trigger} member={member} /> : trigger
}
