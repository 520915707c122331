import 'server-only'
import { countMembers } from '../db/members.ts'
import type { Database } from '../db/open-database.ts'
import { isSetupTokenOpen, saveSetupToken, spendSetupToken } from '../db/setup-token.ts'
import { config } from '../env/config.ts'
import { AppError } from '../errors/app-error.ts'
import { deriveKey } from './derive-key.ts'
import { hash } from './hash.ts'

type Db = Parameters<typeof countMembers>[0]

/**
 * The token to print at this start; null in the demo world and once there is a member. It is derived from the app
 * secret, so that every start and every instance prints the same one until it is spent.
 */
export async function prepareSetupToken(db: Database['prisma']): Promise<string | null> {
  if (config().world === 'demo' || (await countMembers(db)) > 0) return null
  const token = config().setupToken ?? deriveToken()
  await saveSetupToken(db, hash(token))
  return token
}

export const needsSetupToken = (db: Db): Promise<boolean> => isSetupTokenOpen(db)

/** Spends the token inside the transaction that makes the first admin. */
export async function redeemSetupToken(tx: Db, token: string | undefined): Promise<void> {
  if (token && (await spendSetupToken(tx, hash(token.trim())))) return
  const message = token
    ? 'This is not the set-up token that the server printed.'
    : 'The first admin needs the set-up token that the server printed when it started.'
  throw new AppError('forbidden', message, { reason: 'setup_token' })
}

const deriveToken = () => deriveKey('set-up token 1', 18).toString('base64url')
