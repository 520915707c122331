import 'server-only'
import { hash } from '../auth/hash.ts'
import { recoverKey, toKeySignature } from '../auth/key-signature.ts'
import { createTtlCache } from '../core/ttl-cache.ts'
import { Address } from '../domain/networks/address-schema.ts'

/** The three `x-imx-eth-*` headers of a script's request, which nobody has checked. */
export type ShownSignature = { address: string; timestamp: string; signature: string }

/** Whose a signature is never changes. */
const recovered = createTtlCache<Address | null>({ ttlMs: Number.POSITIVE_INFINITY, max: 2_000 })

/**
 * The address, in lower case, if it surely signed the timestamp; else null. That the signature is fresh, and that the
 * network takes it, is for others to say.
 */
export async function recoverSigner({
  address,
  timestamp,
  signature,
}: ShownSignature): Promise<Address | null> {
  const shown = Address.safeParse(address)
  const expanded = toKeySignature(signature)
  if (!shown.success || !/^[1-9]\d{9}$/.test(timestamp) || expanded === null) return null
  // Recovery takes a millisecond of this thread, and scripts show the same signature again while they poll.
  const key = hash(`${timestamp} ${expanded}`)
  const signer = await recovered.getOrLoad(key, 0, () => recoverKey(timestamp, expanded))
  return signer === shown.data ? shown.data : null
}
