import 'server-only'
import type { Address } from '../collection/address.ts'
import type { Db } from './client.ts'

/** To what a grant is bound. A grant of another network or origin is as good as none. */
export type GrantOwner = { network: string; baseOrigin: string; ownerAddress: Address }

export type GrantEnd = 'refused' | 'expired' | 'deleted' | 'not_needed'

type NewGrant = GrantOwner & {
  id: string
  memberId: string | null
  sealed: Uint8Array<ArrayBuffer>
  signedAt: Date
  createdAt: Date
  expiresAt: Date
}

const pick = ({ network, baseOrigin, ownerAddress }: GrantOwner) => ({ network, baseOrigin, ownerAddress })

const wiped = (endReason: GrantEnd, endedAt: Date) => ({ sealed: null, endedAt, endReason })

export async function createGrant(db: Db, grant: NewGrant): Promise<void> {
  await db.grant.create({ data: grant })
}

/** The newest grant that still has its secret. */
export async function findLiveGrant(db: Db, owner: GrantOwner, now: Date) {
  return db.grant.findFirst({
    where: { ...pick(owner), endedAt: null, sealed: { not: null }, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { signedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Whether this very grant may still be spent. */
export async function isGrantLive(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.grant.count({ where: { id, endedAt: null, expiresAt: { gt: now } } })) > 0
}

/** The newest grant, living or ended. */
export async function findNewestGrant(db: Db, owner: GrantOwner) {
  return db.grant.findFirst({
    where: pick(owner),
    orderBy: [{ createdAt: 'desc' }, { signedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Wipes the secret; false when it had ended before. */
export async function endGrant(db: Db, id: string, reason: GrantEnd, now: Date): Promise<boolean> {
  const { count } = await db.grant.updateMany({ where: { id, endedAt: null }, data: wiped(reason, now) })
  return count > 0
}

export async function endGrantsOf(db: Db, owner: GrantOwner, reason: GrantEnd, now: Date): Promise<void> {
  await db.grant.updateMany({ where: { ...pick(owner), endedAt: null }, data: wiped(reason, now) })
}

export async function endGrantsOfMember(db: Db, memberId: string, now: Date): Promise<void> {
  await db.grant.updateMany({ where: { memberId, endedAt: null }, data: wiped('deleted', now) })
}

export async function endExpiredGrants(db: Db, now: Date): Promise<number> {
  const { count } = await db.grant.updateMany({
    where: { endedAt: null, expiresAt: { lte: now } },
    data: wiped('expired', now),
  })
  return count
}

export async function markGrantProven(db: Db, id: string, now: Date): Promise<void> {
  await db.grant.updateMany({ where: { id, provenAt: null }, data: { provenAt: now } })
}

type GrantUse = { grantId: string; refreshId: string; memberId: string | null; now: Date }

export async function recordGrantUse(db: Db, { now, ...use }: GrantUse): Promise<void> {
  await db.grantUse.create({ data: { ...use, at: now } })
  await db.grant.updateMany({ where: { id: use.grantId }, data: { lastUsedAt: now } })
}

const withUses = {
  member: true,
  uses: { orderBy: { at: 'desc' }, take: 200 },
} as const

/** Living grants, and ended ones for as long as somebody may still ask what became of them. */
export async function listGrants(db: Db, endedAfter: Date) {
  return db.grant.findMany({
    where: { OR: [{ endedAt: null }, { endedAt: { gt: endedAfter } }] },
    orderBy: [{ createdAt: 'desc' }, { signedAt: 'desc' }, { id: 'desc' }],
    include: withUses,
    take: 100,
  })
}

export async function findGrant(db: Db, id: string) {
  return db.grant.findUnique({ where: { id } })
}

/** Whether a collection that this desk has seen belongs to `ownerAddress` there. */
export async function ownsKnownCollection(db: Db, network: string, ownerAddress: Address): Promise<boolean> {
  return (await db.collection.count({ where: { network, ownerAddress } })) > 0
}

export async function listGrantUsers(db: Db, memberIds: string[], refreshIds: string[]) {
  const members = await db.member.findMany({ where: { id: { in: memberIds } } })
  const refreshes = await db.refresh.findMany({
    where: { id: { in: refreshIds } },
    select: { id: true, number: true },
  })
  return {
    members: new Map(members.map(({ id, address, name }) => [id, { id, address: address as Address, name }])),
    numbers: new Map(refreshes.map(({ id, number }) => [id, number])),
  }
}

/** After how many seconds the network refused the last signature of an owner that it had accepted before. */
export async function findSignatureLife(
  db: Db,
  owner: { network: string; ownerAddress: string },
): Promise<number | null> {
  const row = await db.grant.findFirst({
    where: { ...owner, endReason: 'refused', provenAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { signedAt: true, endedAt: true },
  })
  if (!row?.endedAt) return null
  return Math.max(0, Math.round((row.endedAt.getTime() - row.signedAt.getTime()) / 1_000))
}
