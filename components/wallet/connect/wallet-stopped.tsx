import { Ban, CircleX, Clock, Lock, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WalletError, WalletProblem } from '@/lib/wallet/wallet-error.ts'
import { Ask } from './ask.tsx'

type Look = { tone: 'waiting' | 'info' | 'failed'; icon: ReactNode; title: string; advice: string }

const looks: Record<WalletProblem, (name: string) => Look> = {
  rejected: (name) => ({
    tone: 'waiting',
    icon: <Ban aria-hidden />,
    title: `You declined in ${name}`,
    advice: 'You won’t be asked again until you press the button.',
  }),
  locked: (name) => ({
    tone: 'waiting',
    icon: <Lock aria-hidden />,
    title: `${name} is locked`,
    advice: 'Unlock it, then try again. On a hardware wallet, also open its Ethereum app.',
  }),
  pending: (name) => ({
    tone: 'info',
    icon: <Clock aria-hidden />,
    title: 'Open your wallet',
    advice: `${name} has another open request. Answer it first, then try again.`,
  }),
  gone: (name) => ({
    tone: 'failed',
    icon: <Unplug aria-hidden />,
    title: `${name} is no longer connected`,
    advice: 'Connect it again.',
  }),
  failed: (name) => ({
    tone: 'failed',
    icon: <CircleX aria-hidden />,
    title: `${name} reported an error`,
    advice: 'Unlock the wallet or reload this page, then try again.',
  }),
}

type Props = { error: WalletError; walletName: string; outcome: string }

/** Why a wallet request failed, with the wallet's own message if unknown; `outcome` says what that means here. */
export function WalletStopped({ error: { problem, said }, walletName, outcome }: Props) {
  const { tone, icon, title, advice } = looks[problem](walletName)
  return (
    <Ask tone={tone} icon={icon} title={title} comesIntoView>
      {problem === 'failed' && said && <p className="break-words">It says: “{said}”</p>}
      <p>
        {outcome} {advice}
      </p>
    </Ask>
  )
}
