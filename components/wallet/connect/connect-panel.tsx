'use client'
import { useState } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { useWallet } from '@/lib/wallet/use-wallet.ts'
import { WalletError } from '@/lib/wallet/wallet-error.ts'
import type { WalletOption } from '@/lib/wallet/wallet-state.ts'
import { NoWallet } from './no-wallet.tsx'
import { OpenYourWallet } from './open-your-wallet.tsx'
import { WalletList } from './wallet-list.tsx'
import { WalletStopped } from './wallet-stopped.tsx'

type Step =
  | { at: 'choose' }
  | { at: 'connecting'; wallet: WalletOption }
  | { at: 'stopped'; wallet: WalletOption; error: WalletError }

/** Connects a wallet for a signed-in member, without signing anything. */
export function ConnectPanel({ title = 'Connect the owner’s wallet' }: { title?: string }) {
  const { hasDemoWallet } = useSession()
  const wallet = useWallet({ hasDemoWallet })
  const [step, setStep] = useState<Step>({ at: 'choose' })

  async function handleChoose(chosen: WalletOption) {
    const mine: Step = { at: 'connecting', wallet: chosen }
    const next = (step: Step) => setStep((now) => (now === mine ? step : now))
    setStep(mine)
    try {
      await wallet.connect(chosen.id)
      next({ at: 'choose' })
    } catch (error) {
      if (!(error instanceof WalletError)) throw error
      next({ at: 'stopped', wallet: chosen, error })
    }
  }

  function handleStop() {
    setStep({ at: 'choose' })
    void wallet.stopConnecting()
  }

  if (step.at === 'connecting') return <OpenYourWallet walletName={step.wallet.name} onStop={handleStop} />
  return (
    <div className="space-y-4">
      {step.at === 'stopped' && (
        <WalletStopped error={step.error} walletName={step.wallet.name} outcome="No wallet is connected." />
      )}
      <section aria-label={title} className="rounded-lg border border-line bg-surface">
        <h3 className="border-b border-line px-4 py-3 text-sm font-semibold">{title}</h3>
        <NoWallet wallet={wallet} />
        <WalletList wallets={wallet.wallets} onChoose={handleChoose} />
      </section>
    </div>
  )
}
