import { CircleX } from 'lucide-react'
import { Ask } from '../connect/ask.tsx'
import { WalletStopped } from '../connect/wallet-stopped.tsx'
import type { SignInStep } from './use-sign-in.ts'

/** Why the last sign-in failed, shown above the wallets. */
export function SignInProblem({ step, walletName }: { step: SignInStep; walletName: string }) {
  if (step.at === 'stopped') {
    return <WalletStopped error={step.error} walletName={walletName} outcome="You are not signed in." />
  }
  if (step.at !== 'refused') return null
  const { error } = step
  return (
    <Ask tone="failed" icon={<CircleX aria-hidden />} title="You are not signed in">
      <p>{error.message}</p>
      {error.requestId && <p className="font-mono text-xs text-faint">Request {error.requestId}</p>}
    </Ask>
  )
}
