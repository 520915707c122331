import 'server-only'
import type { Db } from '../db/connection/client.ts'
import * as tokens from '../db/team/access-tokens.ts'
import type { AccessToken } from '../domain/team/access-token-schema.ts'
import type { Member } from '../domain/team/model-schema.ts'
import { callerCache } from './caller-cache.ts'
import { hash, newSecret } from './hash.ts'

/** A script that showed a token. It acts as its member, with the role that the member has now. */
export type TokenCaller = { tokenId: string; tokenName: string; member: Member; expiresAt: Date }

/** The prefix lets people, and programs that look for leaked secrets, tell what it is. */
const SHAPE = /^Bearer +(rd_[\w-]{43})$/i
const KIND = /^Bearer +rd_/i
const SEEN_EVERY_MS = 60_000

/** Whether an `authorization` header is meant for the desk. A proxy in front may ask for one of its own in the same place. */
export const showsToken = (authorization: string | null): authorization is string =>
  authorization !== null && KIND.test(authorization.trim())

/** Whose token an `authorization` header shows; null for one that is unknown, expired or revoked, or of a former member. */
export async function findTokenCaller(db: Db, authorization: string, now: Date): Promise<TokenCaller | null> {
  const secret = SHAPE.exec(authorization.trim())?.[1]
  if (!secret) return null
  const key = hash(secret)
  const caller = await callerCache<TokenCaller>('token').getOrLoad(key, now.getTime(), () =>
    readCaller(db, { hash: key }, now),
  )
  return caller && caller.expiresAt > now ? caller : null
}

/** For long answers such as streams, which must end with their token. */
export const findTokenCallerById = (db: Db, id: string, now: Date): Promise<TokenCaller | null> =>
  readCaller(db, { id }, now)

/** `secret` is shown once; the database keeps only its hash. */
export async function issueToken(
  db: Db,
  token: { memberId: string; name: string; now: Date; expiresAt: Date },
): Promise<{ secret: string; token: AccessToken }> {
  const secret = `rd_${newSecret()}`
  return { secret, token: await tokens.createToken(db, { ...token, hash: hash(secret) }) }
}

async function readCaller(
  db: Db,
  key: { hash: string } | { id: string },
  now: Date,
): Promise<TokenCaller | null> {
  const row = await tokens.findToken(db, key, now)
  if (!row) return null
  const { id, name, member, expiresAt, lastUsedAt } = row
  const isDue = lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= SEEN_EVERY_MS
  // Reading goes on where nothing can be stored.
  if (isDue) await tokens.touchToken(db, id, now).catch(() => {})
  return { tokenId: id, tokenName: name, member, expiresAt }
}
