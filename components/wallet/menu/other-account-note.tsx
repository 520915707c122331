'use client'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { Member } from '@/lib/domain/team/model-schema.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { Button } from '../../ui/button.tsx'
import { Id } from '../../ui/text/id.tsx'
import { useConnectAgain } from '../connect/use-connect-again.ts'

type Props = { wallet: Wallet; connected: Address; member: Member }

export function OtherAccountNote({ wallet, connected, member }: Props) {
  const { isAsking, error, connectAgain } = useConnectAgain(wallet)
  const name = wallet.connectorName ?? 'Your wallet'
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-waiting-line bg-waiting-soft px-4 py-2 text-sm print:hidden"
    >
      <p className="min-w-0 flex-1 basis-72">
        <strong className="font-semibold">{name} uses another account.</strong> It is on{' '}
        <Id kind="address" value={connected} />, and you are signed in as{' '}
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
