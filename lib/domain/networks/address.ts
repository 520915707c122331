export type Address = `0x${string}`

const WRITTEN = /^0x[0-9a-fA-F]{40}$/

/** The address that a text names, in lower case; null for a text that names none. */
export function findAddress(text: string): Address | null {
  const written = text.trim()
  return WRITTEN.test(written) ? (written.toLowerCase() as Address) : null
}

/** An address of which something else has made sure, a wallet for one. */
export const toAddress = (address: `0x${string}`): Address => address.toLowerCase() as Address
