import type { Hex } from 'viem'
import type { OwnerSignature } from '../../provider/credential.ts'
import { encodeSignature } from './encode-signature.ts'

/** An owner's signed timestamp, as the four refresh operations want it. */
export function signatureHeaders(signature: OwnerSignature): Record<string, string> {
  return {
    'x-imx-eth-address': signature.address,
    'x-imx-eth-timestamp': signature.timestamp,
    'x-imx-eth-signature': encodeSignature(signature.signature as Hex),
  }
}
