'use client'
import { useRef, useState } from 'react'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { toWalletError, type WalletError } from '@/lib/wallet/wallet-error.ts'

/** Asks the connected wallet again which accounts this page may see. A new click or `reset` drops the pending one. */
export function useConnectAgain(wallet: Pick<Wallet, 'connectAgain'>) {
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<WalletError | null>(null)
  const current = useRef(0)

  function reset() {
    current.current += 1
    setAsking(false)
    setError(null)
  }

  async function connectAgain() {
    reset()
    const mine = current.current
    setAsking(true)
    const failure = await wallet.connectAgain().then(() => null, toWalletError)
    if (current.current !== mine) return
    setAsking(false)
    setError(failure)
  }

  return { isAsking, error, connectAgain: () => void connectAgain(), reset }
}
