import type { Hex } from 'viem'
import { encodeSignature } from './encode-signature.ts'

/** An owner's signed timestamp, as the four refresh operations want it. A bearer credential: never log it. */
export type OwnerSignature = { address: string; timestamp: string; signature: string }

export function signatureHeaders(signature: OwnerSignature): Record<string, string> {
  return {
    'x-imx-eth-address': signature.address,
    'x-imx-eth-timestamp': signature.timestamp,
    'x-imx-eth-signature': encodeSignature(signature.signature as Hex),
  }
}
