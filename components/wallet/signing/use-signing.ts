'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { giveSignature, signatureChallengeQuery } from '@/lib/api/signatures.ts'
import { RequestError } from '@/lib/core/problem.ts'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'
import { WalletError } from '@/lib/wallet/wallet-error.ts'

export type SignatureStep =
  | { at: 'ask' }
  | { at: 'open-your-wallet'; timestamp: string }
  | { at: 'stopped'; error: WalletError }
  | { at: 'refused'; error: RequestError }
  | { at: 'sending' }

type Input = { network: NetworkSlug; collection: Address; ownerAddress: Address; isAllowed: boolean }

/** The number to sign and its signature. The number is renewed until the click, then stays fixed. */
export function useSigning(
  wallet: Wallet,
  { network, collection, ownerAddress, isAllowed }: Input,
  onSigned: () => void | Promise<void>,
) {
  const client = useQueryClient()
  const challenge = useQuery({ ...signatureChallengeQuery({ network, collection }), enabled: isAllowed })
  const [step, setStep] = useState<SignatureStep>({ at: 'ask' })
  const current = useRef(0)
  const timestamp = challenge.data?.timestamp ?? null

  function reset() {
    current.current += 1
    setStep({ at: 'ask' })
  }

  async function sign() {
    if (!timestamp) return
    current.current += 1
    const mine = current.current
    const isMine = () => current.current === mine
    try {
      setStep({ at: 'open-your-wallet', timestamp })
      const signature = await wallet.signText(timestamp)
      if (!isMine()) return
      setStep({ at: 'sending' })
      await giveSignature({ network, ownerAddress, timestamp, signature })
      await client.invalidateQueries({ queryKey: ['signatures'] })
      if (isMine()) await onSigned()
      if (isMine()) reset()
    } catch (error) {
      if (isMine()) setStep(stepAfter(error))
    }
  }

  return { step, timestamp, challengeError: challenge.error, sign, reset }
}

function stepAfter(error: unknown): SignatureStep {
  if (error instanceof WalletError) return { at: 'stopped', error }
  if (error instanceof RequestError) return { at: 'refused', error }
  throw error
}
