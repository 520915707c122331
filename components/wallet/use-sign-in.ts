'use client'
import { useCallback, useRef, useState } from 'react'
import { askChallenge, startSession } from '@/lib/api/session.ts'
import type { Address } from '@/lib/collection/address.ts'
import { RequestError } from '@/lib/errors/problem.ts'
import type { SessionState } from '@/lib/team/session.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { WalletError, type WalletProblem } from '@/lib/wallet/wallet-error.ts'

export type SignInStep =
  | { at: 'choose' }
  | { at: 'connecting'; walletId: string }
  | { at: 'signing'; walletId: string; address: Address }
  | { at: 'stopped'; walletId: string; problem: WalletProblem }
  | { at: 'not-a-member'; address: Address }
  | { at: 'refused'; walletId: string; error: RequestError }

/** One click: connect, fetch the text, let the wallet sign it, hand it in. A new click or `reset` forgets the old one. */
export function useSignIn(wallet: Wallet, onSignedIn: (session: SessionState) => void) {
  const [step, setStep] = useState<SignInStep>({ at: 'choose' })
  const current = useRef(0)

  const reset = useCallback(() => {
    current.current += 1
    setStep({ at: 'choose' })
  }, [])

  async function signIn(walletId: string, setupToken?: string) {
    current.current += 1
    const mine = current.current
    const isMine = () => current.current === mine
    let address: Address | null = null
    try {
      setStep({ at: 'connecting', walletId })
      const connection = await wallet.connect(walletId)
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
  if (error instanceof WalletError) return { at: 'stopped', walletId, problem: error.problem }
  if (!(error instanceof RequestError)) throw error
  if (error.meta.reason === 'not_a_member' && address) return { at: 'not-a-member', address }
  return { at: 'refused', walletId, error }
}
