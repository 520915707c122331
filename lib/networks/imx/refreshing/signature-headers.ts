import type { Hex } from 'viem'
import { encodeSignature } from './encode-signature.ts'

/** An owner's signed timestamp, as the four refresh operations want it. A bearer credential: never log it. */
export type ImxGrant = { address: string; timestamp: string; signature: string }

export function grantHeaders(grant: ImxGrant): Record<string, string> {
  return {
    'x-imx-eth-address': grant.address,
    'x-imx-eth-timestamp': grant.timestamp,
    'x-imx-eth-signature': encodeSignature(grant.signature as Hex),
  }
}
