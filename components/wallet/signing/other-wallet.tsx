'use client'
import { Wallet as WalletIcon } from 'lucide-react'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { Button } from '../../ui/button.tsx'
import { Id } from '../../ui/text/id.tsx'
import { Ask } from '../connect/ask.tsx'
import { OpenYourWallet } from '../connect/open-your-wallet.tsx'
import { useConnectAgain } from '../connect/use-connect-again.ts'
import { WalletStopped } from '../connect/wallet-stopped.tsx'

type Props = { wallet: Wallet; connected: Address; ownerAddress: Address }

/** The wallet is on another account. MetaMask shows a page only the accounts connected to it. */
export function OtherWallet({ wallet, connected, ownerAddress }: Props) {
  const { isAsking, error, connectAgain, reset } = useConnectAgain(wallet)
  const walletName = wallet.connectorName ?? 'your wallet'
  if (isAsking) return <OpenYourWallet walletName={walletName} onStop={reset} />
  return (
    <div className="space-y-3">
      {error && (
        <WalletStopped error={error} walletName={walletName} outcome="The account has not changed." />
      )}
      <Ask
        tone="waiting"
        icon={<WalletIcon aria-hidden />}
        title="This wallet does not own the collection"
        actions={
          <>
            <Button onClick={connectAgain}>Connect again</Button>
            <Button onClick={() => void wallet.disconnect().catch(() => {})}>Use another wallet</Button>
          </>
        }
      >
        <p>
          You connected <Id kind="address" value={connected} /> but the owner is{' '}
          <Id kind="address" value={ownerAddress} />. Switch the account in {walletName}.
        </p>
        <p>
          If nothing changes here, {walletName} does not show that account to this page: press{' '}
          <b>Connect again</b> and choose it there.
        </p>
      </Ask>
    </div>
  )
}
