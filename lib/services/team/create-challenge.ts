import 'server-only'
import { newSecret } from '../../auth/hash.ts'
import { writeChallenge } from '../../auth/sign-in-challenge.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { VisitorContext } from '../context.ts'

type ChallengeInput = {
  address: Address
  chainId: number
  /** The page's origin, when the browser names it; otherwise the first one of the desk. */
  origin: string | null
  /** The browser's pre-session, when it has one. */
  preSession: string | null
}

/** The text to sign, good once and only in the browser that keeps `preSession`. Anybody may ask, and nothing is stored. */
export function createChallenge(
  visitor: Pick<VisitorContext, 'now' | 'origins'>,
  { address, chainId, origin, preSession: known }: ChallengeInput,
): { message: string; preSession: string } {
  const preSession = known ?? newSecret()
  const site = visitor.origins.find((candidate) => candidate === origin) ?? visitor.origins[0]
  if (!site) throw new Error('No public URL is configured')
  const message = writeChallenge({ address, chainId, origin: site, now: visitor.now() }, preSession)
  return { message, preSession }
}
