import 'server-only'
import { newSecret } from '../auth/hash.ts'
import { newNonce, openNonce } from '../auth/nonce.ts'
import { writeSignInMessage } from '../auth/sign-in-message.ts'
import type { Address } from '../collection/address.ts'
import type { VisitorContext } from './context.ts'

type ChallengeInput = {
  address: Address
  chainId: number
  /** The page's origin, when the browser names it; otherwise the first one of the desk. */
  origin: string | null
  /** The browser's pre-session, when it has one. */
  preSession: string | null
}

/** The text to sign, good once and only in the browser that keeps `preSession`. */
export async function createChallenge(
  visitor: VisitorContext,
  { address, chainId, origin, preSession: known }: ChallengeInput,
): Promise<{ message: string; preSession: string }> {
  const now = visitor.now()
  const preSession = known ?? newSecret()
  const site = visitor.origins.find((candidate) => candidate === origin) ?? visitor.origins[0]
  if (!site) throw new Error('The desk has no origin')
  const nonce = newNonce()
  const message = writeSignInMessage({ address, chainId, origin: site, nonce, now })
  await openNonce(visitor.db, { nonce, message, preSession }, now)
  return { message, preSession }
}
