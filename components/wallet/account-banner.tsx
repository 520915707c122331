'use client'
import { useSession } from '@/lib/api/use-session.ts'
import { useKnownWallet } from '@/lib/wallet/use-wallet.ts'
import { Id } from '../ui/id.tsx'

/** The wallet moved on to another account. Signed in stays signed in; only what it signs would be another's. */
export function AccountBanner() {
  const { member, hasDemoWallet } = useSession()
  const wallet = useKnownWallet({ hasDemoWallet })
  if (!wallet.address || wallet.address === member.address) return null
  return (
    <div role="status" className="border-b border-waiting-line bg-waiting-soft px-4 py-2 text-sm">
      <strong className="font-semibold">{wallet.connectorName ?? 'Your wallet'} uses another account.</strong>{' '}
      It is on <Id kind="address" value={wallet.address} />, and you are signed in as{' '}
      {member.name ?? <Id kind="address" value={member.address} />}. Switch the account back to sign, or sign
      out to change who you are here.
    </div>
  )
}
