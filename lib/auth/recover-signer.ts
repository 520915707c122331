import 'server-only'
import { recoverMessageAddress } from 'viem'
import { Address } from '../collection/address.ts'
import { createMemory } from '../memory/memory.ts'
import { hash } from './hash.ts'

/** The three `x-imx-eth-*` headers of a script's request, which nobody has checked. */
export type ShownSignature = { address: string; timestamp: string; signature: string }

/** Whose a signature is never changes. */
const recovered = createMemory<Address | null>({ ttlMs: Number.POSITIVE_INFINITY, max: 2_000 })

/**
 * The address, in lower case, if it surely signed the timestamp; else null. That the signature is fresh, and that the
 * network takes it, is for others to say.
 */
export async function recoverSigner({
  address,
  timestamp,
  signature,
}: ShownSignature): Promise<Address | null> {
  const claimed = Address.safeParse(address)
  if (!claimed.success || !/^[1-9]\d{9}$/.test(timestamp) || !/^0x[0-9a-fA-F]{130}$/.test(signature))
    return null
  const key = hash(`${timestamp} ${signature}`)
  const signer = await recovered.recall(key, 0, () => recover(timestamp, signature as `0x${string}`))
  return signer === claimed.data ? claimed.data : null
}

/** Recovery takes a millisecond of this thread, and scripts show the same signature again while they poll. */
async function recover(message: string, signature: `0x${string}`): Promise<Address | null> {
  const signer = await recoverMessageAddress({ message, signature }).catch(() => null)
  return signer && Address.parse(signer)
}
