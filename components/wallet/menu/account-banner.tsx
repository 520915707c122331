'use client'
import dynamic from 'next/dynamic'
import { useSession } from '@/lib/api/use-session.ts'
import { useKnownWallet } from '@/lib/wallet/use-wallet.ts'

const OtherAccountNote = dynamic(
  () => import('./other-account-note.tsx').then((module) => module.OtherAccountNote),
  { loading: () => null },
)

/** Shown when the wallet is on another account than the signed-in member's, so that it can't sign for them. */
export function AccountBanner() {
  const { member, hasDemoWallet } = useSession()
  const wallet = useKnownWallet({ hasDemoWallet })
  if (!wallet.address || wallet.address === member.address) return null
  return <OtherAccountNote wallet={wallet} connected={wallet.address} member={member} />
}
