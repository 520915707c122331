import { CircleX } from 'lucide-react'
import type { RequestError } from '@/lib/core/problem.ts'
import { Ask } from '../connect/ask.tsx'
import { WalletStopped } from '../connect/wallet-stopped.tsx'
import type { GrantStep } from './use-signing.ts'

export type GrantPurpose = 'submit' | 'continue' | 'import'

type Props = {
  step: GrantStep
  challengeError: Error | null
  walletName: string
  purpose: GrantPurpose
}

const kept: Record<GrantPurpose, string> = {
  submit: 'Nothing was sent and your selection is kept.',
  continue: 'Nothing is lost; the rest still waits.',
  import: 'Nothing was imported.',
}

/** Why there is no signature yet. The button below stays: nothing is asked again without a click. */
export function GrantProblem({ step, challengeError, walletName, purpose }: Props) {
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
      title={step.at === 'refused' ? 'This did not work' : 'No number to sign'}
    >
      <p>{error.message}</p>
      {requestId && <p className="font-mono text-xs text-faint">Request {requestId}</p>}
    </Ask>
  )
}
