'use client'
import { useState } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { useWallet } from '@/lib/wallet/use-wallet.ts'
import { WalletError } from '@/lib/wallet/wallet-error.ts'
import type { WalletOption } from '@/lib/wallet/wallet-state.ts'
import { NoWallet } from './no-wallet.tsx'
import { WalletList } from './wallet-list.tsx'

/** Connects a wallet to this page, for members who are signed in already. It signs nothing. */
export function ConnectPanel({ title = 'Connect the owner’s wallet' }: { title?: string }) {
  const { hasDemoWallet } = useSession()
  const wallet = useWallet({ hasDemoWallet })
  const [busyId, setBusyId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function handleChoose({ id }: WalletOption) {
    setBusyId(id)
    setProblem(null)
    try {
      await wallet.connect(id)
    } catch (error) {
      setProblem(error instanceof WalletError ? error.message : 'The wallet could not be connected.')
    } finally {
      setBusyId(null)
    }
  }

  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface">
      <h3 className="border-b border-line px-4 py-3 text-sm font-semibold">{title}</h3>
      <NoWallet wallet={wallet} />
      <WalletList wallets={wallet.wallets} busyId={busyId} onChoose={handleChoose} />
      {problem && (
        <p role="alert" className="border-t border-line px-4 py-3 text-sm text-failed">
          {problem}
        </p>
      )}
    </section>
  )
}
