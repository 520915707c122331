import 'server-only'
import { hash } from '../../auth/hash.ts'
import { type Session, startSession } from '../../auth/session.ts'
import { redeemSetupToken } from '../../auth/setup-token.ts'
import { isOwnChallenge } from '../../auth/sign-in-challenge.ts'
import { checkSignInMessage, checkSignInSignature, refused } from '../../auth/sign-in-message.ts'
import { isWellKnownTestAccount } from '../../auth/well-known-test-accounts.ts'
import { AppError } from '../../core/app-error.ts'
import { countMembers, findMemberByAddress, lockMembers, saveMember } from '../../db/team/members.ts'
import { redeemNonce } from '../../db/team/sign-in-nonces.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { Member } from '../../domain/team/model-schema.ts'
import type { VisitorContext } from '../context.ts'

type SignInInput = {
  message: string
  signature: string
  preSession: string | null
  setupToken?: string | undefined
  userAgent: string | null
}

/** Turns a signed challenge into a session; `secret` belongs into the cookie and nowhere else. */
export async function signIn(
  visitor: VisitorContext,
  input: SignInInput,
): Promise<{ session: Session; secret: string }> {
  const now = visitor.now()
  const { message, preSession } = input
  const { address, nonce, expiresAt } = checkSignInMessage(message, { origins: visitor.origins, now })
  if (!preSession || !isOwnChallenge(message, nonce, preSession)) {
    throw refused('This sign-in was not started in this browser. Sign a new message.', 'nonce')
  }
  await checkSignInSignature(message, input.signature, address)
  const member = await admit(visitor, address, input.setupToken)
  // Only now, so that nobody but members leaves anything behind.
  if (!(await redeemNonce(visitor.db, { id: hash(nonce), expiresAt }, now))) {
    throw refused('This sign-in was already used. Sign a new message.', 'nonce')
  }
  const userAgent = input.userAgent?.slice(0, 200) ?? null
  return startSession(visitor.db, { member, userAgent, now })
}

/** The member of this address. On an empty desk it becomes the first admin. */
async function admit(
  { db, now, mode }: VisitorContext,
  address: Address,
  setupToken?: string,
): Promise<Member> {
  if (mode === 'real' && isWellKnownTestAccount(address)) {
    throw new AppError(
      'forbidden',
      'The private key of this wallet is publicly known, so it can’t be used here.',
      {
        reason: 'public_key',
      },
    )
  }
  const member = await findMemberByAddress(db, address)
  if (member) return member
  return db.$transaction(async (tx) => {
    await lockMembers(tx)
    const added = await findMemberByAddress(tx, address)
    if (added) return added
    if ((await countMembers(tx)) > 0) throw notAMember(address)
    if (mode === 'real') await redeemSetupToken(tx, setupToken)
    return saveMember(tx, { address, role: 'admin', now: now() })
  })
}

function notAMember(address: Address): AppError {
  return new AppError('forbidden', `${address} is not a member of this desk.`, { reason: 'not_a_member' })
}
