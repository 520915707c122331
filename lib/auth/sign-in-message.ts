import 'server-only'
import { getAddress } from 'viem'
import { createSiweMessage, parseSiweMessage } from 'viem/siwe'
import { AppError } from '../core/app-error.ts'
import { Address } from '../domain/networks/address-schema.ts'
import { recoverKey, toKeySignature } from './key-signature.ts'

export const CHALLENGE_SECONDS = 600
/** How far the clocks of two instances may disagree. */
const SKEW_MS = 60_000
const STATEMENT =
  'Sign in to Refresh Desk. This proves that the wallet is yours. It costs nothing and moves nothing.'

export type MessageInput = { address: Address; chainId: number; origin: string; nonce: string; now: Date }

/** The Sign-In with Ethereum text that the wallet shows, valid for ten minutes by the desk's clock. */
export function writeSignInMessage({ address, chainId, origin, nonce, now }: MessageInput): string {
  return createSiweMessage({
    address: getAddress(address),
    chainId,
    domain: new URL(origin).host,
    uri: origin,
    version: '1',
    statement: STATEMENT,
    nonce,
    issuedAt: now,
    expirationTime: new Date(now.getTime() + CHALLENGE_SECONDS * 1000),
  })
}

/** Every field is required here, because viem leaves unchecked what a message does not have. */
export function checkSignInMessage(
  message: string,
  { origins, now }: { origins: readonly string[]; now: Date },
): { address: Address; nonce: string; expiresAt: Date } {
  const fields = parseSiweMessage(message)
  const { address, chainId, domain, expirationTime, issuedAt, nonce, uri, version } = fields
  if (!address || !nonce || !issuedAt || !expirationTime || !chainId || !uri || version !== '1') {
    throw refused('The sign-in message is incomplete.', 'message')
  }
  if (!origins.some((origin) => uri === origin && domain === new URL(origin).host)) {
    throw refused('The sign-in message is for another site.', 'domain')
  }
  const lasts = expirationTime.getTime() - issuedAt.getTime()
  const isNow =
    issuedAt.getTime() <= now.getTime() + SKEW_MS && now < expirationTime && lasts <= CHALLENGE_SECONDS * 1000
  if (!isNow) throw refused('The sign-in message has expired. Sign a new one.', 'expired')
  return { address: Address.parse(address), nonce, expiresAt: expirationTime }
}

/** Recovered offline, so only wallets with a key of their own can sign in. */
export async function checkSignInSignature(
  message: string,
  signature: string,
  address: Address,
): Promise<void> {
  const expanded = toKeySignature(signature)
  if (!expanded) {
    throw refused('Sign in with a regular wallet. Contract wallets cannot sign in.', 'contract_wallet')
  }
  if ((await recoverKey(message, expanded)) === address) return
  throw refused('The message and the signature are from different wallets.', 'wrong_signer')
}

export function refused(message: string, reason: string): AppError {
  return new AppError('unauthenticated', message, { reason })
}
