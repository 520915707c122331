import 'server-only'
import { recoverMessageAddress } from 'viem'
import { Address } from '../collection/address.ts'
import { hash } from './hash.ts'

/** The three `x-imx-eth-*` headers of a script's request, which nobody has checked. */
export type ShownSignature = { address: string; timestamp: string; signature: string }

const MAX_KEPT = 2_000
const recovered = new Map<string, Promise<Address | null>>()

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
  const known = recovered.get(key) ?? recover(timestamp, signature as `0x${string}`)
  if (!recovered.has(key)) {
    const oldest = recovered.keys().next().value
    if (recovered.size >= MAX_KEPT && oldest !== undefined) recovered.delete(oldest)
    recovered.set(key, known)
  }
  return (await known) === claimed.data ? claimed.data : null
}

/** Recovery takes a millisecond of this thread, and scripts show the same signature again while they poll. */
async function recover(message: string, signature: `0x${string}`): Promise<Address | null> {
  const signer = await recoverMessageAddress({ message, signature }).catch(() => null)
  return signer && Address.parse(signer)
}
