import { Ban, CircleX, Clock } from 'lucide-react'
import type { RequestError } from '@/lib/errors/problem.ts'
import { Ask } from './ask.tsx'
import type { GrantStep } from './use-grant-signing.ts'

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
  if (step.at === 'stopped' && step.problem === 'rejected') {
    return (
      <Ask tone="waiting" icon={<Ban aria-hidden />} title={`You declined in ${walletName}`}>
        <p>{kept[purpose]} The desk does not ask again by itself.</p>
      </Ask>
    )
  }
  if (step.at === 'stopped' && step.problem === 'pending') {
    return (
      <Ask tone="info" icon={<Clock aria-hidden />} title="Open your wallet">
        <p>{walletName} has another request open. Answer that one first, then press the button again.</p>
      </Ask>
    )
  }
  if (step.at === 'stopped') {
    return (
      <Ask tone="failed" icon={<CircleX aria-hidden />} title={`${walletName} did not sign`}>
        <p>{kept[purpose]} Unlock the wallet or reload this page, then try again.</p>
      </Ask>
    )
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
