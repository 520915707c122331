'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '@/lib/api/session.ts'
import type { SessionState } from '@/lib/domain/team/session-schema.ts'
import { useWalletChoice } from '@/lib/wallet/use-wallet.ts'
import type { WalletOption } from '@/lib/wallet/wallet-state.ts'
import { NoWallet } from '../connect/no-wallet.tsx'
import { OpenYourWallet } from '../connect/open-your-wallet.tsx'
import { WalletList } from '../connect/wallet-list.tsx'
import { NotAMember } from './not-a-member.tsx'
import { SetupTokenField } from './setup-token-field.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { useSignIn } from './use-sign-in.ts'

type Props = { hasDemoWallet: boolean; needsSetupToken: boolean; next: string }

/** Signs in with a wallet. Nothing is requested before a click. */
export function SignInPanel({ hasDemoWallet, needsSetupToken, next }: Props) {
  const client = useQueryClient()
  const wallet = useWalletChoice({ hasDemoWallet })
  const [setupToken, setSetupToken] = useState('')
  const { step, signIn, reset } = useSignIn(wallet, handleSignedIn)

  function handleSignedIn(session: SessionState) {
    client.clear()
    client.setQueryData(sessionQuery().queryKey, session)
    // A full load, so that no page rendered for a visitor survives in the router's cache.
    window.location.assign(next)
  }

  const handleChoose = ({ id }: WalletOption) =>
    void signIn(id, { setupToken: setupToken.trim() || undefined })
  const chosen = wallet.wallets.find((option) => 'walletId' in step && option.id === step.walletId)
  const walletName = chosen?.name ?? 'Your wallet'

  if (step.at === 'not-a-member') {
    return (
      <NotAMember
        address={step.address}
        walletName={walletName}
        onAgain={() => void signIn(step.walletId, { isAgain: true })}
        onOther={reset}
      />
    )
  }
  if (step.at === 'connecting' || step.at === 'signing') {
    return <OpenYourWallet walletName={walletName} onStop={reset} />
  }
  return (
    <div className="space-y-4">
      {needsSetupToken && <SetupTokenField value={setupToken} onChange={setSetupToken} />}
      <SignInProblem step={step} walletName={walletName} />
      <section aria-labelledby="wallets" className="rounded-lg border border-line bg-surface shadow-md">
        <h2 id="wallets" className="border-b border-line px-4 py-3 text-sm font-semibold">
          Connect a wallet
        </h2>
        <NoWallet wallet={wallet} />
        <WalletList wallets={wallet.wallets} onNear={wallet.prepare} onChoose={handleChoose} />
        <p className="border-t border-line px-4 py-3 text-xs text-faint">
          You sign in once. Reading the history never asks for a signature again.
        </p>
      </section>
    </div>
  )
}
