import 'server-only'
import type { Member } from '../../domain/team/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { toMember } from './members.ts'

type SessionRow = { id: string; member: Member; expiresAt: Date; lastSeenAt: Date }

type JoinedRow = Parameters<typeof toMember>[0] & { sessionSeenAt: Date; expiresAt: Date }

/** A session that has not expired, of a member who is still one. Each request asks this first, so it is one query. */
export async function findSession(db: Db, id: string, now: Date): Promise<SessionRow | null> {
  const [row] = await db.$queryRaw<JoinedRow[]>`
    SELECT m."id", m."address", m."name", m."role", m."createdAt", m."lastSeenAt",
      s."expiresAt", s."lastSeenAt" AS "sessionSeenAt"
    FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
    WHERE s."id" = ${id} AND m."removedAt" IS NULL`
  if (!row || row.expiresAt <= now) return null
  return { id, member: toMember(row), expiresAt: row.expiresAt, lastSeenAt: row.sessionSeenAt }
}

/** Marks the session and its member as seen; a session that ended meanwhile is left alone. */
export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } })
  await db.member.updateMany({ where: { sessions: { some: { id } } }, data: { lastSeenAt: now } })
}

type NewSession = { id: string; memberId: string; userAgent: string | null; now: Date; expiresAt: Date }

export async function createSession(db: Db, { now, ...session }: NewSession): Promise<void> {
  await db.session.create({ data: { ...session, createdAt: now, lastSeenAt: now } })
  await db.member.updateMany({ where: { id: session.memberId }, data: { lastSeenAt: now } })
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } })
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } })
}

export async function deleteSessionsOf(db: Db, memberId: string): Promise<void> {
  await db.session.deleteMany({ where: { memberId } })
}

export async function countSessionsOf(db: Db, memberId: string, now: Date): Promise<number> {
  return db.session.count({ where: { memberId, expiresAt: { gt: now } } })
}
