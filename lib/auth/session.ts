import 'server-only'
import type { Db } from '../db/connection/client.ts'
import * as sessions from '../db/team/sessions.ts'
import type { Member } from '../domain/team/model-schema.ts'
import { callerCache } from './caller-cache.ts'
import { readCookie } from './cookies.ts'
import { hash, newSecret } from './hash.ts'

/** A signed-in browser. `id` is the hash of its cookie, so it is no secret. */
export type Session = { id: string; member: Member; expiresAt: Date }

export const SESSION_SECONDS = 14 * 24 * 3600
const SEEN_EVERY_MS = 60_000

/** The living session of a `cookie` header; null when there is none or its member was removed. */
export async function findSession(db: Db, cookieHeader: string | null, now: Date): Promise<Session | null> {
  const secret = readCookie(cookieHeader, 'session')
  if (!secret) return null
  const id = hash(secret)
  const read = () => findSessionById(db, id, now)
  const session = await callerCache<Session>('session').getOrLoad(id, now.getTime(), read)
  return session && session.expiresAt > now ? session : null
}

/** For long answers such as streams, which must end with their session. */
export async function findSessionById(db: Db, id: string, now: Date): Promise<Session | null> {
  const found = await sessions.findSession(db, id, now)
  if (!found) return null
  const { lastSeenAt, ...session } = found
  const isDue = now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS
  // Reading goes on where nothing can be stored.
  if (isDue) await sessions.touchSession(db, id, now).catch(() => {})
  return session
}

/** `secret` is the cookie's value; the database keeps only its hash. */
export async function startSession(
  db: Db,
  { member, userAgent, now }: { member: Member; userAgent: string | null; now: Date },
): Promise<{ session: Session; secret: string }> {
  const secret = newSecret()
  const session = { id: hash(secret), member, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) }
  const { id, expiresAt } = session
  await sessions.createSession(db, { id, memberId: member.id, userAgent, now, expiresAt })
  return { session, secret }
}
