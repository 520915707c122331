'use client'
import { CircleCheck, Pen } from 'lucide-react'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFooter } from '../../ui/overlays/dialog-footer.tsx'
import { Id } from '../../ui/text/id.tsx'
import { signatureLife } from '../../ui/text/signature-text.ts'
import { OpenYourWallet } from '../connect/open-your-wallet.tsx'
import { SignatureProblem, type SignaturePurpose } from './signature-problem.tsx'
import { useSigning } from './use-signing.ts'
import { WalletPreview } from './wallet-preview.tsx'

type Props = {
  wallet: Wallet
  network: NetworkSlug
  collection: Address
  ownerAddress: Address
  purpose: SignaturePurpose
  label: string
  onSigned: () => void | Promise<void>
}

/** Previews and explains what the owner's wallet will show, and asks it to sign on a click. */
export function SignaturePrompt({ wallet, purpose, label, onSigned, ...signature }: Props) {
  const signing = useSigning(wallet, { ...signature, isAllowed: true }, onSigned)
  const { step } = signing
  const walletName = wallet.connectorName ?? 'Your wallet'
  if (step.at === 'open-your-wallet') {
    return <OpenYourWallet walletName={walletName} timestamp={step.timestamp} onStop={signing.reset} />
  }
  return (
    <div className="space-y-3 text-sm">
      <p className="flex flex-wrap items-center gap-2 text-succeeded">
        <CircleCheck aria-hidden className="size-4" />
        Owner wallet connected
        <Id kind="address" value={signature.ownerAddress} />
      </p>
      <WalletPreview walletName={walletName} timestamp={signing.timestamp} />
      <p>The number is the time now, in seconds. Signing it costs nothing and moves nothing.</p>
      <p className="text-xs text-muted">
        {wordsOf(signature.network).signature} So the desk keeps it encrypted on your server and uses it for
        the refreshes your team makes of your collections. {signatureLife} You can delete it at any time in
        Settings.
      </p>
      <SignatureProblem
        step={step}
        challengeError={signing.challengeError}
        walletName={walletName}
        purpose={purpose}
      />
      <DialogFooter>
        <Button
          variant="primary"
          size="lg"
          isBusy={step.at === 'sending'}
          disabled={!signing.timestamp}
          className="max-md:flex-1"
          onClick={() => void signing.sign()}
        >
          <Pen aria-hidden />
          {label}
        </Button>
      </DialogFooter>
    </div>
  )
}
