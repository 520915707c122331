import { Ban, CircleX } from 'lucide-react'
import { Ask } from './ask.tsx'
import type { SignInStep } from './use-sign-in.ts'

/** Why the last click did not sign anybody in. The wallets stay below it. */
export function SignInProblem({ step, walletName }: { step: SignInStep; walletName: string }) {
  if (step.at === 'stopped' && step.problem === 'rejected') {
    return (
      <Ask tone="waiting" icon={<Ban aria-hidden />} title={`You declined in ${walletName}`}>
        <p>You are not signed in. Choose a wallet when you want to try again.</p>
      </Ask>
    )
  }
  if (step.at === 'stopped' && step.problem === 'pending') {
    return (
      <Ask tone="info" icon={<Ban aria-hidden />} title="Open your wallet">
        <p>It has another request open. Answer that one first, then choose the wallet again.</p>
      </Ask>
    )
  }
  if (step.at === 'stopped') {
    return (
      <Ask tone="failed" icon={<CircleX aria-hidden />} title="The wallet did not answer">
        <p>Unlock it or reload this page, then try again.</p>
      </Ask>
    )
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
