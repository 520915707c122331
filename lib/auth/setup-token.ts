import 'server-only'
import { AppError } from '../core/app-error.ts'
import type { Database } from '../db/connection/open-database.ts'
import { countMembers } from '../db/team/members.ts'
import { isSetupTokenOpen, saveSetupToken, spendSetupToken } from '../db/team/setup-token.ts'
import { config } from '../env/config.ts'
import { deriveKey } from './derive-key.ts'
import { hash } from './hash.ts'

type Db = Parameters<typeof countMembers>[0]

/**
 * What to print about the token at this start; null in demo mode and once there is a member. A token that the
 * operator gave is a secret of theirs and never printed; ours is derived from the app secret, so that every start and
 * every instance prints the same one until it is spent.
 */
export async function prepareSetupToken(db: Database['prisma']): Promise<string | null> {
  if (config().mode === 'demo' || (await countMembers(db)) > 0) return null
  const given = config().setupToken
  const token = given ?? deriveToken()
  await saveSetupToken(db, hash(token))
  return given
    ? 'the set-up token for the first admin is the value of SETUP_TOKEN'
    : `set-up token for the first admin: ${token}`
}

export const needsSetupToken = (db: Db): Promise<boolean> => isSetupTokenOpen(db)

/** Spends the token inside the transaction that makes the first admin. */
export async function redeemSetupToken(tx: Db, token: string | undefined): Promise<void> {
  if (token && (await spendSetupToken(tx, hash(token.trim())))) return
  const message = token
    ? 'This is not the set-up token of this server.'
    : 'The first admin needs the set-up token: the value of SETUP_TOKEN, or else the one the server printed when it started.'
  throw new AppError('forbidden', message, { reason: 'setup_token' })
}

const deriveToken = () => deriveKey('set-up token 1', 18).toString('base64url')
