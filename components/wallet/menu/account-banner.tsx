'use client'
import { useSession } from '@/lib/api/use-session.ts'
import { useKnownWallet } from '@/lib/wallet/use-wallet.ts'
import { Button } from '../../ui/button.tsx'
import { Id } from '../../ui/text/id.tsx'
import { useConnectAgain } from '../connect/use-connect-again.ts'

/** Shown when the wallet is on another account than the signed-in member's, so that it can't sign for them. */
export function AccountBanner() {
  const { member, hasDemoWallet } = useSession()
  const wallet = useKnownWallet({ hasDemoWallet })
  const { isAsking, error, connectAgain } = useConnectAgain(wallet)
  if (!wallet.address || wallet.address === member.address) return null
  const name = wallet.connectorName ?? 'Your wallet'
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-waiting-line bg-waiting-soft px-4 py-2 text-sm print:hidden"
    >
      <p className="min-w-0 flex-1 basis-72">
        <strong className="font-semibold">{name} uses another account.</strong> It is on{' '}
        <Id kind="address" value={wallet.address} />, and you are signed in as{' '}
        {member.name ?? <Id kind="address" value={member.address} />}.{' '}
        {isAsking && `${name} has a request waiting: choose your account there.`}
        {!isAsking &&
          (error?.message ??
            'Switch back to sign. If nothing changes, connect again and choose your account, or sign out.')}
      </p>
      <Button size="sm" onClick={connectAgain}>
        Connect again
      </Button>
    </div>
  )
}
