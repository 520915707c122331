'use client'
import { useCallback, useRef, useState } from 'react'
import { askChallenge, startSession } from '@/lib/api/session.ts'
import { RequestError } from '@/lib/core/problem.ts'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { SessionState } from '@/lib/domain/team/session-schema.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { WalletError } from '@/lib/wallet/wallet-error.ts'

export type SignInStep =
  | { at: 'choose' }
  | { at: 'connecting'; walletId: string }
  | { at: 'signing'; walletId: string; address: Address }
  | { at: 'stopped'; walletId: string; error: WalletError }
  | { at: 'not-a-member'; walletId: string; address: Address }
  | { at: 'refused'; walletId: string; error: RequestError }

type Options = {
  setupToken?: string | undefined
  /** Asks for another account of the connected wallet. */
  isAgain?: boolean
}

/** Connects, fetches the message, has it signed and submits it. A new click or `reset` drops the pending one. */
export function useSignIn(wallet: Wallet, onSignedIn: (session: SessionState) => void) {
  const [step, setStep] = useState<SignInStep>({ at: 'choose' })
  const current = useRef(0)
  const { stopConnecting } = wallet

  const reset = useCallback(() => {
    current.current += 1
    setStep({ at: 'choose' })
    void stopConnecting()
  }, [stopConnecting])

  async function signIn(walletId: string, { setupToken, isAgain = false }: Options = {}) {
    current.current += 1
    const mine = current.current
    const isMine = () => current.current === mine
    let address: Address | null = null
    try {
      setStep({ at: 'connecting', walletId })
      const connection = await (isAgain ? wallet.connectAgain() : wallet.connect(walletId))
      if (!isMine()) return
      address = connection.address
      const { message } = await askChallenge(connection)
      if (!isMine()) return
      setStep({ at: 'signing', walletId, address })
      const signature = await wallet.signText(message)
      if (!isMine()) return
      const session = await startSession({ message, signature, ...(setupToken && { setupToken }) })
      onSignedIn(session)
    } catch (error) {
      if (isMine()) setStep(stepAfter(error, walletId, address))
    }
  }

  return { step, signIn, reset }
}

function stepAfter(error: unknown, walletId: string, address: Address | null): SignInStep {
  if (error instanceof WalletError) return { at: 'stopped', walletId, error }
  if (!(error instanceof RequestError)) throw error
  if (error.meta.reason === 'not_a_member' && address) return { at: 'not-a-member', walletId, address }
  return { at: 'refused', walletId, error }
}
