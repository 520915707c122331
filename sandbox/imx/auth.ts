import { createHash } from 'node:crypto'
// Not from 'viem', which takes 5 MB more.
import { recoverMessageAddress } from 'viem/utils'
import type { Settings } from '../settings.ts'
import { ApiError } from './api-error.ts'

const KEPT = 500

/** Recovered signers by a hash of what was signed, so that a client that polls costs one recovery. */
const recovered = new Map<string, string>()

const unauthorized = (message: string) => new ApiError(401, 'unauthorized', message)

/** The address that signed the timestamp, in lower case; throws what the network would answer. */
export async function authenticate(headers: Headers, settings: Settings, nowMs: number): Promise<string> {
  const [signature, timestamp, address] = ['signature', 'timestamp', 'address'].map((name) =>
    headers.get(`x-imx-eth-${name}`),
  )
  if (!signature || !timestamp || !address)
    throw unauthorized('Missing x-imx-eth-signature, x-imx-eth-timestamp or x-imx-eth-address')
  if (!/^\d{1,12}$/.test(timestamp)) throw unauthorized('Invalid timestamp')
  const age = nowMs / 1_000 - Number(timestamp)
  if (age > settings.signature_max_age_seconds) throw unauthorized('The signed timestamp is too old')
  if (age < -settings.signature_max_skew_seconds)
    throw unauthorized('The signed timestamp lies in the future')
  const signer = await recover(signature, timestamp)
  if (signer !== address.toLowerCase()) throw unauthorized('The signature does not match the address')
  return signer
}

async function recover(signature: string, timestamp: string): Promise<string | null> {
  if (!/^0x[0-9a-fA-F]{130}$/.test(signature)) return null
  const key = createHash('sha256').update(`${timestamp} ${signature}`).digest('base64')
  const known = recovered.get(key)
  if (known) return known
  const signer = await recoverMessageAddress({
    message: timestamp,
    signature: signature as `0x${string}`,
  }).catch(() => null)
  if (!signer) return null
  const oldest = recovered.keys().next().value
  if (recovered.size >= KEPT && oldest !== undefined) recovered.delete(oldest)
  recovered.set(key, signer.toLowerCase())
  return signer.toLowerCase()
}
