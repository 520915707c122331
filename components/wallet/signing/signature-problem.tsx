import { CircleX } from 'lucide-react'
import type { RequestError } from '@/lib/core/problem.ts'
import { Ask } from '../connect/ask.tsx'
import { WalletStopped } from '../connect/wallet-stopped.tsx'
import type { SignatureStep } from './use-signing.ts'

export type SignaturePurpose = 'submit' | 'continue' | 'import'

type Props = {
  step: SignatureStep
  challengeError: Error | null
  walletName: string
  purpose: SignaturePurpose
}

const kept: Record<SignaturePurpose, string> = {
  submit: 'Nothing was sent and your selection is kept.',
  continue: 'Nothing is lost. The remaining tokens are still waiting.',
  import: 'Nothing was imported.',
}

/** Why there is no signature yet. The button below stays, because nothing is requested again without a click. */
export function SignatureProblem({ step, challengeError, walletName, purpose }: Props) {
  if (step.at === 'stopped') {
    return <WalletStopped error={step.error} walletName={walletName} outcome={kept[purpose]} />
  }
  const error = step.at === 'refused' ? step.error : challengeError
  if (!error) return null
  const requestId = 'requestId' in error ? (error as RequestError).requestId : null
  return (
    <Ask
      tone="failed"
      icon={<CircleX aria-hidden />}
      title={
        step.at === 'refused' ? 'The signature was not accepted' : 'The number to sign couldn’t be loaded'
      }
    >
      <p>{error.message}</p>
      {requestId && <p className="font-mono text-xs text-faint">Request {requestId}</p>}
    </Ask>
  )
}
