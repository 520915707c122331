import 'server-only'
import {
  compactSignatureToSignature,
  type Hex,
  parseCompactSignature,
  recoverMessageAddress,
  serializeSignature,
} from 'viem'
import { Address } from '../domain/networks/address-schema.ts'

const COMPACT_DIGITS = 128
const FIRST_RECOVERY = 27

/**
 * A plain key's signature as 65 bytes that end in 1b or 1c. Wallets also leave out the `0x`, end it in 00 or 01, or pack
 * it into 64 bytes (EIP-2098). Null for everything else, such as a contract's.
 */
export function toKeySignature(text: string): Hex | null {
  const digits = /^(?:0x)?([\da-f]{128}|[\da-f]{130})$/.exec(text.trim().toLowerCase())?.[1]
  if (!digits) return null
  if (digits.length === COMPACT_DIGITS) return unpack(`0x${digits}`)
  const recovery = Number.parseInt(digits.slice(COMPACT_DIGITS), 16)
  const parity = recovery >= FIRST_RECOVERY ? recovery - FIRST_RECOVERY : recovery
  if (parity > 1) return null
  return `0x${digits.slice(0, COMPACT_DIGITS)}${(FIRST_RECOVERY + parity).toString(16)}`
}

/** Null for numbers that lie outside the curve. */
function unpack(compact: Hex): Hex | null {
  try {
    return serializeSignature(compactSignatureToSignature(parseCompactSignature(compact)))
  } catch {
    return null
  }
}

/** Who signed this text; null when no key can have made the signature. */
export async function recoverKey(message: string, signature: Hex): Promise<Address | null> {
  const signer = await recoverMessageAddress({ message, signature }).catch(() => null)
  return signer && Address.parse(signer)
}
