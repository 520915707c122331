import 'server-only'
import type { AccessToken } from '../../domain/team/access-token-schema.ts'
import type { Member } from '../../domain/team/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { isUuid } from '../connection/is-uuid.ts'
import type { Prisma } from '../generated/client.ts'
import { toMember, toMemberRef } from './members.ts'

export type TokenRow = { id: string; name: string; member: Member; expiresAt: Date; lastUsedAt: Date | null }

/** A token that has not expired, of a member who is still one. */
export async function findToken(
  db: Db,
  key: { hash: string } | { id: string },
  now: Date,
): Promise<TokenRow | null> {
  if ('id' in key && !isUuid(key.id)) return null
  const row = await db.accessToken.findFirst({
    where: { ...key, expiresAt: { gt: now }, member: { removedAt: null } },
    include: { member: true },
  })
  if (!row) return null
  const { id, name, member, expiresAt, lastUsedAt } = row
  return { id, name, member: toMember(member), expiresAt, lastUsedAt }
}

type NewToken = { hash: string; memberId: string; name: string; now: Date; expiresAt: Date }

export async function createToken(db: Db, { now, ...token }: NewToken): Promise<AccessToken> {
  const row = await db.accessToken.create({ data: { ...token, createdAt: now }, include: { member: true } })
  return toAccessToken(row, token.memberId)
}

export const countTokens = (db: Db, memberId: string, now: Date): Promise<number> =>
  db.accessToken.count({ where: { memberId, expiresAt: { gt: now } } })

export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: now } })
  await db.member.updateMany({ where: { accessTokens: { some: { id } } }, data: { lastSeenAt: now } })
}

/** Those of one member, or of everybody, the newest first; expired ones stay for a while, so that people see why a script stopped. */
export async function listTokens(
  db: Db,
  {
    memberId,
    forMemberId,
    expiredAfter,
  }: { memberId: string | null; forMemberId: string; expiredAfter: Date },
): Promise<AccessToken[]> {
  const rows = await db.accessToken.findMany({
    where: { ...(memberId && { memberId }), expiresAt: { gt: expiredAfter }, member: { removedAt: null } },
    include: { member: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => toAccessToken(row, forMemberId))
}

/** False when there is none, or when it is not the named member's. */
export async function deleteToken(db: Db, id: string, memberId: string | null): Promise<boolean> {
  if (!isUuid(id)) return false
  const { count } = await db.accessToken.deleteMany({ where: { id, ...(memberId && { memberId }) } })
  return count > 0
}

export async function deleteTokensOf(db: Db, memberId: string): Promise<void> {
  await db.accessToken.deleteMany({ where: { memberId } })
}

function toAccessToken(
  row: Prisma.AccessTokenGetPayload<{ include: { member: true } }>,
  forMemberId: string,
): AccessToken {
  const { member } = row
  return {
    id: row.id,
    name: row.name,
    member: toMemberRef(member),
    isOwn: member.id === forMemberId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}
